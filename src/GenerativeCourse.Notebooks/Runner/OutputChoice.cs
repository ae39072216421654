using System.Text.Json.Nodes;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Notebooks.Runner;

/// <summary>Keeps a committed notebook's outputs where a new run differs in nothing but timings, so that running it again changes nothing.</summary>
public static class OutputChoice
{
    /// <summary>Gives the cells of <paramref name="after"/> the outputs that they have in <paramref name="before"/>, cell by cell in order, where only timings differ.</summary>
    public static void KeepUnchanged(Notebook before, Notebook after)
    {
        foreach (var (old, cell) in before.CodeCells.Zip(after.CodeCells))
        {
            if (!OutputComparison.SameButTimings(old.Outputs, cell.Outputs))
            {
                cell.Metadata.Remove("execution"); // It tells when the old outputs were made.
                continue;
            }
            var kept = old.Outputs.DeepClone().AsArray();
            foreach (var output in kept.OfType<JsonObject>().Where(output => output.ContainsKey("execution_count")))
                output["execution_count"] = cell.ExecutionCount;
            cell.Outputs = kept;
        }
    }
}
