using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GenerativeCourse.Cli.Ledgers;
using GenerativeCourse.Evaluation;

namespace GenerativeCourse.Cli.Commands;

/// <summary><c>course results</c>: the numbers that the course has measured, alone or beside published ones.</summary>
public static class ResultsCommand
{
    static readonly JsonSerializerOptions Form = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The command as the user sees it.</summary>
    public static Command Create()
    {
        var compare = new Option<bool>("--compare") { Description = "Put them beside published numbers on the same data, with the same binarisation, and name the sources." };
        var json = new Option<bool>("--json") { Description = "Write JSON instead of tables." };
        var command = new Command("results", "Show every number that the lectures print: value, interval, bound, data, cost.") { compare, json };
        command.SetAction(parsed => Show(parsed.GetValue(compare), parsed.GetValue(json)));
        return command;
    }

    static int Show(bool compare, bool json)
    {
        var file = CourseFolder.Find()["notebooks", "results.json"];
        var ledger = ResultLedger.Read(file);
        if (json)
            Console.Write(compare ? JsonSerializer.Serialize(Comparison.Of(ledger.Rows), Form) + "\n" : Encoding.UTF8.GetString(ledger.ToBytes()));
        else if (ledger.Rows.Count == 0)
            Console.WriteLine($"No result is recorded in {file} yet; `course run --in-place` and `course train` record them.");
        else if (compare)
            ComparisonTables.Write(ledger);
        else
            LedgerTable.Write(ledger);
        return 0;
    }
}
