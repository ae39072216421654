using System.Text.Json;

namespace GenerativeCourse.Evaluation;

/// <summary>The file that a running notebook leaves its rows in, one a line, for who runs it to take into the ledger.</summary>
public static class ResultLog
{
    /// <summary>The environment variable that names the file; results are not recorded where it is not set.</summary>
    public const string Variable = "COURSE_RESULTS_LOG";

    /// <summary>The file; null where results are not recorded.</summary>
    public static string? File => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } file ? file : null;

    /// <summary>The rows that a notebook left; none where it left no file.</summary>
    /// <exception cref="ResultException">The file is damaged.</exception>
    public static IReadOnlyList<ResultRow> Read(string file)
    {
        try
        {
            return System.IO.File.Exists(file) ? [.. System.IO.File.ReadLines(file).Where(line => line.Length > 0).Select(ResultLedger.FromLine)] : [];
        }
        catch (JsonException wrong)
        {
            throw new ResultException($"the rows that the notebook left in {file} are damaged: {wrong.Message}", wrong);
        }
    }

    internal static void Append(string file, ResultRow row) => System.IO.File.AppendAllText(file, ResultLedger.Line(row) + "\n");
}
