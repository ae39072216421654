using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using GenerativeCourse.Data;

namespace GenerativeCourse.Evaluation;

/// <summary><c>notebooks/results.json</c>: every number that the lectures print, one row for a key and a profile, sorted.</summary>
public sealed class ResultLedger
{
    static readonly JsonSerializerOptions Form = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    static readonly JsonSerializerOptions OneLine = new(Form) { WriteIndented = false };

    readonly SortedDictionary<(string Key, string Profile), ResultRow> rows;

    /// <summary>A ledger of these rows, of which a later one replaces an earlier one of the same key and profile.</summary>
    /// <exception cref="ResultException">A row is malformed.</exception>
    public ResultLedger(IEnumerable<ResultRow> rows)
    {
        this.rows = new(Comparer<(string Key, string Profile)>.Create((a, b) =>
            string.CompareOrdinal(a.Key, b.Key) is var byKey and not 0 ? byKey : -string.CompareOrdinal(a.Profile, b.Profile)));
        foreach (var row in rows)
            this.rows[(row.Key, row.Profile)] = row.Fault() is { } fault ? throw new ResultException(fault) : row;
    }

    /// <summary>The course's own file; it need not be there.</summary>
    /// <exception cref="DatasetException">The course's folder was not found.</exception>
    public static string CourseFile => Path.Combine(DatasetFolder.Root, "notebooks", "results.json");

    /// <summary>The rows, by key and then quick before full.</summary>
    public IReadOnlyCollection<ResultRow> Rows => rows.Values;

    /// <summary>Reads a file; no rows where there is none.</summary>
    /// <exception cref="ResultException">It is damaged.</exception>
    public static ResultLedger Read(string file)
    {
        if (!File.Exists(file))
            return new ResultLedger([]);
        try
        {
            return new ResultLedger(JsonSerializer.Deserialize<ResultRow[]>(File.ReadAllText(file), Form) ?? []);
        }
        catch (Exception wrong) when (wrong is JsonException or ResultException)
        {
            throw new ResultException($"{file} is damaged: {wrong.Message.ReplaceLineEndings(" ")}", wrong);
        }
    }

    /// <summary>The row of a key in a profile; null where there is none.</summary>
    public ResultRow? Find(string key, string profile) => rows.GetValueOrDefault((key, profile));

    /// <summary>The row of a key to show as it stands: the full profile's, else the quick one's; null where there is none.</summary>
    public ResultRow? Find(string key) => Find(key, "full") ?? Find(key, "quick");

    /// <summary>This ledger with new rows in it. A row that says the same as before stays as it was, with its wall time and commit.</summary>
    /// <exception cref="ResultException">A row is malformed.</exception>
    public ResultLedger With(IEnumerable<ResultRow> added)
    {
        var all = new ResultLedger(Rows);
        foreach (var row in new ResultLedger(added).Rows)
        {
            if (all.Find(row.Key, row.Profile) is not { } before || !before.SaysTheSameAs(row))
                all.rows[(row.Key, row.Profile)] = row;
        }
        return all;
    }

    /// <summary>This ledger without some rows.</summary>
    public ResultLedger Without(Func<ResultRow, bool> dropped) => new(Rows.Where(row => !dropped(row)));

    /// <summary>The bytes of the file: the same rows give the same bytes.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(JsonSerializer.Serialize(Rows, Form).ReplaceLineEndings("\n") + "\n");

    /// <summary>Writes the file, whole or not at all, and not when nothing changed.</summary>
    public void Write(string file)
    {
        var bytes = ToBytes();
        if (File.Exists(file) && File.ReadAllBytes(file).AsSpan().SequenceEqual(bytes))
            return;
        var beside = $"{file}.{Environment.ProcessId}.unfinished";
        try
        {
            File.WriteAllBytes(beside, bytes);
            File.Move(beside, file, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }

    internal static string Line(ResultRow row) => JsonSerializer.Serialize(row, OneLine);

    internal static ResultRow FromLine(string line) => JsonSerializer.Deserialize<ResultRow>(line, OneLine) ?? throw new JsonException("an empty row");
}
