using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using GenerativeCourse.Grading.Gradebooks;

namespace GenerativeCourse.Grading.Writers;

/// <summary>Grades as JUnit XML, which build servers show: a suite a student, a case a cell with points.</summary>
public static class JUnitGrades
{
    /// <summary>The file.</summary>
    public static byte[] Of(IEnumerable<ScoredSubmission> submissions)
    {
        using var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, NewLineChars = "\n" }))
            new XDocument(new XElement("testsuites", submissions.Select(Suite))).Save(writer);
        stream.Write("\n"u8);
        return stream.ToArray();
    }

    static XElement Suite(ScoredSubmission submission)
    {
        var cells = submission.Notebooks.SelectMany(notebook => notebook.Cells.Select(cell => (notebook.Name, Cell: cell))).ToList();
        return new XElement("testsuite",
            new XAttribute("name", Printable(submission.Student)),
            new XAttribute("tests", cells.Count),
            new XAttribute("failures", cells.Count(pair => Failed(pair.Cell))),
            new XAttribute("skipped", cells.Count(pair => pair.Cell.NeedsManualGrade)),
            new XElement("properties", Property("score", submission.Score), Property("max_score", submission.Points)),
            cells.Select(pair => Case(pair.Name, pair.Cell)));
    }

    static XElement Case(string notebook, ScoredCell cell) => new("testcase",
        new XAttribute("classname", notebook),
        new XAttribute("name", $"{cell.Grade.GradeId} ({Number(cell.Score)} of {Number(cell.Grade.Points)})"),
        cell.NeedsManualGrade ? new XElement("skipped", new XAttribute("message", "a person has to grade this")) : null,
        Failed(cell) ? new XElement("failure", new XAttribute("message", cell.Grade.Note ?? "a check failed"), Printable(GradescopeResults.Output(cell))) : null);

    static bool Failed(ScoredCell cell) => !cell.NeedsManualGrade && cell.Score < cell.Grade.Points;

    static XElement Property(string name, double value) => new("property", new XAttribute("name", name), new XAttribute("value", Number(value)));

    static string Number(double value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    static string Printable(string text) => new([.. text.Where(letter => XmlConvert.IsXmlChar(letter))]);
}
