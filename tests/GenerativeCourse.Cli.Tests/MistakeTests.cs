namespace GenerativeCourse.Cli.Tests;

/// <summary>What users get wrong costs a line and code 2, before anything is run or written.</summary>
public sealed class MistakeTests : IDisposable
{
    readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("run 03 --device banana", "--device is cpu, cuda or cuda:N, not banana.")]
    [InlineData("run 03 --timeout -1", "--timeout wants seconds, 0 for no limit, not -1.")]
    [InlineData("run 03 --out FILE", "--out wants a folder, not FILE.")]
    [InlineData("export 03 --out FILE", "--out wants a folder, not FILE.")]
    [InlineData("publish --out FILE", "--out wants a folder, not FILE.")]
    [InlineData("assignment check FILE", "FILE:1:2: not valid JSON: 'text ' is an invalid JSON literal.")]
    [InlineData("assignment pack 03 --out FILE", "--out wants a folder, not FILE.")]
    [InlineData("assignment release 03 --out FILE", "--out wants a folder, not FILE.")]
    [InlineData("assignment release 03 --out DIR --for github --for mars --repository x", "--for is one of gradescope, github, classroom50, not mars.")]
    [InlineData("assignment release 03 --out DIR --repository x", "--repository is for the files that --for writes.")]
    [InlineData("check nowhere.ipynb", "there is no notebook nowhere.ipynb")]
    [InlineData("check DIR", "DIR is a folder: name a notebook in it")]
    [InlineData("check FILE", "FILE:1:2: not valid JSON")]
    [InlineData("grade --release FILE --submissions DIR --out DIR", "--release wants a folder, not FILE.")]
    [InlineData("grade --release DIR --submissions DIR --out DIR", "there is no key DIR.key to DIR")]
    [InlineData("grade --release DIR --key FILE --submissions DIR --out DIR", "FILE is no key: ")]
    [InlineData("grade --release DIR --submissions DIR --out DIR --timeout -1", "--timeout wants seconds, more than 0 and at most a day's, not -1.")]
    [InlineData("grade --release DIR --submissions DIR --out DIR --timeout soon", "--timeout wants seconds, more than 0 and at most a day's, not soon.")]
    [InlineData("grade --release DIR --submissions DIR --out DIR --late-penalty 150", "--late-penalty wants per cent, from 0 to 100, not 150.")]
    [InlineData("grade --release DIR --submissions DIR --out DIR --jobs many", "--jobs wants a whole number from 1 to 256, not many.")]
    [InlineData("grade --release DIR --submissions DIR --out DIR --extensions nowhere.csv", "Could not find file")]
    [InlineData("grade serve --out DIR --lectures nowhere", "there is no notebook nowhere")]
    [InlineData("kernel install --prefix FILE", "FILE")]
    public void Mistakes_cost_a_line(string line, string said)
    {
        string Named(string text) => text.Replace("FILE", folder.File("a.txt")).Replace("DIR", folder.Path);
        folder.Write("a.txt", "text\n");
        using var errors = new StringWriter();
        Assert.Equal(2, CommandLine.Run(CourseTool.Root(), Named(line).Split(' '), errors));
        Assert.StartsWith($"course: {Named(said)}", Assert.Single(errors.ToString().TrimEnd().Split('\n')));
        Assert.Equal([folder.File("a.txt")], Directory.GetFileSystemEntries(folder.Path));
    }
}
