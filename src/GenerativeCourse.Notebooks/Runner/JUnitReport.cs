using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace GenerativeCourse.Notebooks.Runner;

/// <summary>A run as JUnit XML, which build servers show: a test suite a notebook, a test case a code cell.</summary>
public static class JUnitReport
{
    /// <summary>The report as UTF-8.</summary>
    public static byte[] ToBytes(IReadOnlyList<NotebookResult> results)
    {
        var root = new XElement("testsuites", Totals(results.SelectMany(result => result.Cells).ToList(), results.Sum(result => result.Duration.TotalSeconds)));
        root.Add(results.Select(Suite));
        using var stream = new MemoryStream();
        // What XML cannot hold, such as escape characters, has been taken out.
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
            new XDocument(root).Save(writer);
        stream.Write("\n"u8);
        return stream.ToArray();
    }

    static XElement Suite(NotebookResult result) => new("testsuite",
        new XAttribute("name", result.Name),
        new XAttribute("timestamp", result.Started.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture)),
        Totals(result.Cells, result.Duration.TotalSeconds),
        new XElement("properties", new XElement("property", new XAttribute("name", "peak_memory_bytes"), new XAttribute("value", result.PeakMemory))),
        result.Cells.Select((cell, index) => Case(result.Name, cell, index)));

    static object[] Totals(IReadOnlyList<CellResult> cells, double seconds) =>
    [
        new XAttribute("tests", cells.Count),
        new XAttribute("failures", cells.Count(cell => cell is { Verdict: CellVerdict.Failed, Failure.Kind: FailureKind.Error })),
        new XAttribute("errors", cells.Count(cell => cell is { Verdict: CellVerdict.Failed, Failure.Kind: not FailureKind.Error })),
        new XAttribute("skipped", cells.Count(cell => cell.Verdict is CellVerdict.Skipped or CellVerdict.NotReached)),
        new XAttribute("time", Seconds(seconds)),
    ];

    static XElement Case(string notebook, CellResult cell, int index)
    {
        var test = new XElement("testcase",
            new XAttribute("classname", notebook),
            new XAttribute("name", $"code cell {index + 1} ({cell.Id})"),
            new XAttribute("time", Seconds(cell.Duration.TotalSeconds)));
        if (cell is { Verdict: CellVerdict.Failed, Failure: { } failure })
        {
            test.Add(new XElement(failure.Kind == FailureKind.Error ? "failure" : "error",
                new XAttribute("type", failure.Name),
                new XAttribute("message", Printable(failure.Message)),
                Printable(string.Join('\n', failure.Traceback))));
        }
        else if (cell.Verdict is CellVerdict.Skipped or CellVerdict.NotReached)
        {
            test.Add(new XElement("skipped",
                new XAttribute("message", cell.Verdict == CellVerdict.Skipped ? "the cell is empty or tagged skip-execution" : "an earlier cell failed")));
        }
        return test;
    }

    static string Seconds(double seconds) => seconds.ToString("0.000", CultureInfo.InvariantCulture);

    static string Printable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '\n' or '\t' or (>= 0x20 and not 0xFFFE and not 0xFFFF))
                kept.Append(rune.ToString());
        }
        return kept.ToString();
    }
}
