using System.Text;
using GenerativeCourse.Grading.Releasing;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Tests.Nbgrader;

/// <summary>nbgrader's own notebooks through our passes and through its own. Not part of a run: <c>COURSE_NBGRADER=CHECKOUT GenerativeCourse.Grading.Tests -explicit only</c>.</summary>
public sealed class FixtureTests : FolderTests
{
    [Fact(Explicit = true)]
    public void Its_fixtures_come_out_as_nbgrader_would_have_them_byte_for_byte()
    {
        int same = 0, refusedHere = 0;
        foreach (var place in (string[])["apps", "preprocessors", "ui-tests"])
        {
            var target = Folder.CreateSubdirectory(place).FullName;
            var fixtures = Fixtures(place).ToList();
            var refused = NbgraderPeer.Run(target, ["release", NbgraderPeer.Config, .. fixtures, target]);
            foreach (var fixture in fixtures)
            {
                var theirs = new FileInfo(Path.Combine(target, Path.GetFileName(fixture)));
                byte[] ours;
                try
                {
                    var notebook = Notebook.Read(fixture);
                    ReleasedNotebook.Clear(notebook);
                    ours = notebook.ToBytes();
                }
                catch (Exception mine) when (mine is AssignmentException or NotebookFormatException)
                {
                    refusedHere++;
                    Assert.False(theirs.Exists, $"{place}/{theirs.Name}: nbgrader takes it, and here it is refused: {mine.Message}");
                    continue;
                }
                if (!theirs.Exists)
                {
                    TestContext.Current.SendDiagnosticMessage($"{place}: taken here and refused by nbgrader: {refused.Split('\n').Single(line => line.StartsWith($"{theirs.Name}: "))}");
                    continue;
                }
                Assert.True(File.ReadAllBytes(theirs.FullName).AsSpan().SequenceEqual(ours), $"{place}/{theirs.Name} differs:\n{Difference(File.ReadAllText(theirs.FullName), Encoding.UTF8.GetString(ours))}");
                same++;
            }
        }
        Assert.True(same > 20, $"only {same} were compared");
        TestContext.Current.SendDiagnosticMessage($"{same} notebooks are the same, {refusedHere} are refused here and there");
    }

    // Notebooks are written in nbformat 4.5 here, whose cells have ids: nbgrader gets the older ones as they are in it.
    IEnumerable<string> Fixtures(string place)
    {
        var renewed = Folder.CreateSubdirectory($"{place}-4.5").FullName;
        foreach (var file in Directory.GetFiles(Path.Combine(NbgraderPeer.Checkout, "nbgrader", "tests", place, "files"), "*.ipynb").Order(StringComparer.Ordinal))
        {
            var copy = Path.Combine(renewed, Path.GetFileName(file));
            try
            {
                Notebook.Read(file).Write(copy);
            }
            catch (NotebookFormatException)
            {
                File.Copy(file, copy);
            }
            yield return copy;
        }
    }

    static string Difference(string theirs, string ours) => string.Join('\n', theirs.Split('\n').Zip(ours.Split('\n')).Where(pair => pair.First != pair.Second).Take(5).Select(pair => $"- {pair.First}\n+ {pair.Second}"));
}
