namespace GenerativeCourse.Notebooks.Kernel;

/// <summary>How a kernel is set up for a notebook.</summary>
public sealed record KernelOptions
{
    /// <summary>The notebook's folder: the process's working directory while the kernel lives, and where <c>#r "path"</c>, <c>#load</c> and <c>#!import</c> look.</summary>
    public string WorkingDirectory { get; init; } = Environment.CurrentDirectory;

    /// <summary>Package id to assembly paths: <c>#r "nuget: id"</c> is met with these files at once, whatever version is asked, without a restore. Ids are compared without case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Libraries { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Asks the person at the front end for a line (<c>input</c>, <c>GetInputAsync</c>, <c>password</c>); null when nobody can answer.</summary>
    public Func<InputQuestion, CancellationToken, Task<string>>? ReadInput { get; init; }

    /// <summary>Folder for generated restore projects and their results, shared by all kernels of a user; null for the default in the user's local application data.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>
    /// Compiles and formats something before anybody asks, on two threads: a person's first cell then takes as long as later ones. A runner, which has a
    /// cell ready at once, leaves it off: it would be more work in all.
    /// </summary>
    public bool WarmUp { get; init; }
}

/// <summary>What <see cref="KernelOptions.ReadInput"/> is asked.</summary>
/// <param name="Prompt">The text shown before the answer.</param>
/// <param name="Password">True when what is typed must not be shown.</param>
public sealed record InputQuestion(string Prompt, bool Password);
