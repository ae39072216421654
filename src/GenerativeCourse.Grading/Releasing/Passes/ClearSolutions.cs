using System.Text.Json.Nodes;
using GenerativeCourse.Grading.Formats;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Releasing.Passes;

/// <summary>Puts stubs in the place of answers: of the marked region, or of the whole cell where nothing is marked.</summary>
public sealed class ClearSolutions : CellPass
{
    /// <summary>The answer that stands in a C# cell until a student writes one.</summary>
    public static readonly IReadOnlyList<string> CSharpStub = ["// YOUR CODE HERE", "throw new NotImplementedException();"];

    /// <summary>The answer that stands in a markdown cell until a student writes one.</summary>
    public const string TextStub = "YOUR ANSWER HERE";

    /// <summary>What a student finds in the place of an answer.</summary>
    public static string Stub(string source) => MarkedRegion.Solution.Replace(source, CSharpStub) ?? string.Join('\n', CSharpStub);

    /// <inheritdoc/>
    protected override void Apply(Notebook notebook, NotebookCell cell, GradedCell? marks)
    {
        if (marks is not { Solution: true })
        {
            if (MarkedRegion.Solution.Replace(cell.Source) is not null)
                throw new FormatException("a solution is marked in a cell that is none: set solution in its metadata.nbgrader");
            return;
        }
        var stub = cell.Kind == CellKind.Code ? CodeStub(notebook) : [TextStub];
        cell.Source = MarkedRegion.Solution.Replace(cell.Source, stub) ?? string.Join('\n', stub);
    }

    static IReadOnlyList<string> CodeStub(Notebook notebook) => (string?)(notebook.Metadata["kernelspec"] as JsonObject)?["language"] switch
    {
        "C#" or "csharp" or null => CSharpStub,
        "python" => ["# YOUR CODE HERE", "raise NotImplementedError()"],
        var other => throw new FormatException($"there is no stub for the language {other}; answers are written in C#"),
    };
}
