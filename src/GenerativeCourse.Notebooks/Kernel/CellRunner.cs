using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Kernel.CodeServices;
using GenerativeCourse.Notebooks.Kernel.Errors;
using GenerativeCourse.Notebooks.Kernel.Execution;
using GenerativeCourse.Notebooks.Kernel.Formatting;
using GenerativeCourse.Notebooks.Kernel.Languages;
using GenerativeCourse.Notebooks.Kernel.Magics;
using GenerativeCourse.Notebooks.Kernel.Output;
using GenerativeCourse.Notebooks.Kernel.Packages;
using GenerativeCourse.Notebooks.Kernel.Scripting;
using Microsoft.CodeAnalysis;
using Microsoft.DotNet.Interactive.Formatting;

namespace GenerativeCourse.Notebooks.Kernel;

/// <summary>Runs the parts of a cell in order, each in its language.</summary>
internal sealed class CellRunner
{
    readonly KernelOptions options;
    readonly KernelThread thread;
    readonly Displays displays;
    readonly LoadedSources sources;
    readonly ScriptSession session;
    readonly Rehearsals rehearsals;
    readonly CellReferences references;
    readonly OtherLanguages languages = new();
    readonly RedefinedTypes redefined;

    public CellRunner(KernelOptions options, KernelThread thread, Displays displays)
    {
        (this.options, this.thread, this.displays) = (options, thread, displays);
        sources = new LoadedSources(options.WorkingDirectory);
        session = new ScriptSession(sources);
        rehearsals = new Rehearsals(session);
        references = new CellReferences(options, session, displays);
        CodeServices = new ScriptCodeServices(session, options);
        redefined = new RedefinedTypes(session.Places);
    }

    /// <summary>Completion and the like, of code on top of the cells that ran.</summary>
    public ScriptCodeServices CodeServices { get; }

    /// <summary>Has the compiler's later phases ready on another core.</summary>
    public void WarmUpCompiler() => CompilerWarmUp.Run(session.CoreLibrary);

    /// <summary>Does on the kernel's thread, before the first cell, what else would be that cell's time.</summary>
    public void WarmUp() => session.WarmUp();

    /// <summary>Work in short steps, for while no cell runs, after which cells and completions are answered sooner.</summary>
    public IEnumerable<Action> IdleSteps() => rehearsals.Steps().Prepend(FormattingWarmUp.Wait).Concat(CodeServices.WarmUp());

    /// <summary>What a person is told of an exception.</summary>
    public ErrorReport Report(Exception exception) => ErrorReport.Of(exception, redefined);

    /// <summary>Runs a cell; what goes wrong is thrown.</summary>
    public void Run(ExecuteRequest request, int executionCount, CancellationToken cancellation)
    {
        var place = $"Cell[{request.CellNumber ?? executionCount}]";
        var parts = CellParser.Split(request.Code, request.Language);
        var atEnd = new List<Action>();
        try
        {
            for (var i = 0; i < parts.Count; i++)
                RunPart(parts, i);
        }
        finally
        {
            atEnd.ForEach(action => action());
        }

        void RunPart(IReadOnlyList<CellPart> all, int index)
        {
            Action<object?>? show = request.Silent ? null : index == all.Count - 1 ? value => displays.Result(value, executionCount) : value => displays.Show(value, []);
            MagicContext context = new(session, languages, displays, options.WorkingDirectory,
                (code, name) => RunCSharp(code, name, _ => { }, cancellation), (source, name) => RunSource(source, name, value => displays.Show(value, []), request, cancellation), atEnd.Add, all[index].Language);
            if (all[index] is CellPart.Magic magic)
                MagicCommands.Run(magic, context);
            else if (all[index] is CellPart.Source { Language: "value" } stored)
                SharingCommands.Store(context, stored);
            else
                RunSource((CellPart.Source)all[index], place, show, request, cancellation);
        }
    }

    void RunSource(CellPart.Source source, string place, Action<object?>? show, ExecuteRequest request, CancellationToken cancellation)
    {
        if (source.Language == "csharp")
            RunCSharp(source.Code, place, show, cancellation);
        else
            displays.Show(languages.Render(source.Language, source.Text, html: !request.DrawsMarkdown));
    }

    void RunCSharp(string code, string place, Action<object?>? show, CancellationToken cancellation)
    {
        var directives = new List<CellDirective>();
        var source = CellDirectives.Extract(code, place, options.WorkingDirectory, directives);
        sources.Collect(source, place, directives);
        if (directives.Count > 0)
            references.Meet(directives, cancellation);
        if (string.IsNullOrWhiteSpace(source))
            return;
        var submission = session.Compile(source, place, cancellation);
        ShowWarnings(submission.Warnings);
        // Showing a value runs the notebook's code too, so a stop must reach it.
        thread.RunInterruptibly(async () =>
        {
            using var _ = session.Assemblies.EnterContextualReflection();
            var value = await session.Start(submission);
            if (show is not null && value is not DisplayedValue && submission.HasResult(value))
                show(value);
        }, cancellation);
    }

    void ShowWarnings(IReadOnlyList<Diagnostic> warnings)
    {
        if (warnings.Count > 0)
            displays.Show(new JsonObject { ["text/plain"] = string.Join('\n', warnings.Select(warning => CompilerMessage.Headline(warning, redefined))) });
    }
}
