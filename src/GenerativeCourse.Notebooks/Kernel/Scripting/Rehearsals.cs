namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// Has the compiler's own methods made into better machine code before somebody waits for them. The runtime does so with what was called thirty times once a
/// tenth of a second has passed with nothing new to compile, which in a person's cells comes late: each brings something new. Cells then take half the time.
/// </summary>
internal sealed class Rehearsals(ScriptSession session)
{
    const int Enough = 120;
    int done;

    /// <summary>The work in short steps; none the second time.</summary>
    public IEnumerable<Action> Steps()
    {
        for (; done < Enough; done++)
            yield return session.Rehearse;
    }
}
