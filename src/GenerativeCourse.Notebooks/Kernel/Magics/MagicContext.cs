using GenerativeCourse.Notebooks.Kernel.Languages;
using GenerativeCourse.Notebooks.Kernel.Output;
using GenerativeCourse.Notebooks.Kernel.Scripting;

namespace GenerativeCourse.Notebooks.Kernel.Magics;

/// <summary>What a magic can reach of the kernel.</summary>
/// <param name="Session">The C# cells.</param>
/// <param name="Languages">The other languages and their values.</param>
/// <param name="Displays">Where to show things.</param>
/// <param name="WorkingDirectory">The notebook's folder.</param>
/// <param name="RunCSharp">Runs C# as a part of the running cell, under the name given for errors.</param>
/// <param name="RunPart">Runs source of any language likewise.</param>
/// <param name="AtEnd">Has something done when the running cell ends.</param>
/// <param name="Current">The language that a magic in the running cell acts on.</param>
internal sealed record MagicContext(
    ScriptSession Session, OtherLanguages Languages, Displays Displays, string WorkingDirectory,
    Action<string, string> RunCSharp, Action<CellPart.Source, string> RunPart, Action<Action> AtEnd, string Current);
