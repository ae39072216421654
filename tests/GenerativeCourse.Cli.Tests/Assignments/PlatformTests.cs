using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json.Nodes;
using GenerativeCourse.Cli.Tests.Running;
using GenerativeCourse.Grading.Sandboxing;

namespace GenerativeCourse.Cli.Tests.Assignments;

/// <summary>The ready files, as the platforms that they are for would run them, on an assignment that needs no kernel.</summary>
public sealed class PlatformTests : IDisposable
{
    const string Essay = """
        {"cells":[{"cell_type":"markdown","id":"title","metadata":{},"source":["# Words"]},{"cell_type":"markdown","id":"task","metadata":{},"source":["Why? 2 points."]},
        {"cell_type":"markdown","id":"essay","metadata":{"nbgrader":{"grade":true,"grade_id":"essay","locked":false,"points":2,"schema_version":3,"solution":true,"task":false}},"source":["Because."]}],
        "metadata":{"kernelspec":{"display_name":".NET (C#)","language":"C#","name":".net-csharp"}},"nbformat":4,"nbformat_minor":5}
        """;

    readonly ToolRun tool = new();

    public PlatformTests()
    {
        File.WriteAllText(tool["words.ipynb"], Essay);
        var (code, said) = tool.Run("assignment", "release", tool["words.ipynb"], "--out", tool["words"], "--for", "gradescope", "--for", "github", "--for", "classroom50", "--repository", "https://example.org/course.git");
        Assert.True(code == 0, said);
        Assert.Contains("words.gradescope.zip: for gradescope. It holds the key: keep it.", said);
    }

    public void Dispose() => tool.Dispose();

    [Theory]
    [InlineData("words.ipynb", "no answer was written")]
    [InlineData("my words (1).ipynb", "no answer was written")] // the only one, whatever it is called
    [InlineData("essay.txt", "words.ipynb was not handed in")]
    public void Gradescopes_autograder_writes_its_results(string handedIn, string note)
    {
        using (var zip = ZipFile.OpenRead(tool["words.gradescope.zip"]))
            Assert.Equal(["setup.sh", "run_autograder", "release/words.ipynb", "release.key"], zip.Entries.Select(entry => entry.FullName));
        Peer.Require("bubblewrap");
        Peer.RequireHardware(Sandbox.Lacking is null, $"user namespaces ({Sandbox.Lacking})");
        ZipFile.ExtractToDirectory(tool["words.gradescope.zip"], tool["autograder/source"]);
        Directory.CreateDirectory(tool["autograder/submission"]);
        File.Copy(tool["words/words.ipynb"], tool[$"autograder/submission/{handedIn}"]);
        File.WriteAllText(tool["autograder/submission_metadata.json"], """{"id": 1, "users": [{"id": 7, "email": "ada@example.org", "name": "Ada"}], "assignment": {"title": "words"}}""");
        Execute(tool["autograder/source/run_autograder"], [], ("AUTOGRADER", tool["autograder"]));
        var results = JsonNode.Parse(File.ReadAllText(tool["autograder/results/results.json"]))!;
        Assert.Equal((0.0, 2.0, note), ((double)results["score"]!, (double)results["tests"]![0]!["max_score"]!, (string)results["tests"]![0]!["output"]!));
    }

    [Fact]
    public void Of_two_notebooks_of_one_name_Gradescopes_autograder_takes_the_one_higher_up()
    {
        Peer.Require("bubblewrap");
        Peer.RequireHardware(Sandbox.Lacking is null, $"user namespaces ({Sandbox.Lacking})");
        ZipFile.ExtractToDirectory(tool["words.gradescope.zip"], tool["autograder/source"]);
        Directory.CreateDirectory(tool["autograder/submission/__MACOSX"]);
        File.WriteAllText(tool["autograder/submission/__MACOSX/words.ipynb"], "no notebook");
        File.Copy(tool["words/words.ipynb"], tool["autograder/submission/words.ipynb"]);
        File.WriteAllText(tool["autograder/submission_metadata.json"], """{"users": []}""");
        Execute(tool["autograder/source/run_autograder"], [], ("AUTOGRADER", tool["autograder"]));
        Assert.Equal("no answer was written", (string)JsonNode.Parse(File.ReadAllText(tool["autograder/results/results.json"]))!["tests"]![0]!["output"]!);
    }

    [Fact]
    public void Classroom_50s_autograder_writes_its_result_and_holds_nothing_hidden()
    {
        Peer.Require("python3-nbformat");
        Directory.CreateDirectory(tool["repository"]);
        File.Copy(tool["words/words.ipynb"], tool["repository/words.ipynb"]);
        Execute("/usr/bin/python3", [tool["words.classroom50/autograder.py"]],
            ("CLASSROOM", "cs"), ("ASSIGNMENT", "words"), ("SUBMISSION_TAG", "submit/1"), ("USERNAME", "ada"), ("COMMIT_URL", "c"), ("RELEASE_URL", "r"), ("REVIEW_URL", "v"));
        var result = JsonNode.Parse(File.ReadAllText(tool["repository/result.json"]))!;
        Assert.Equal(("classroom50/result/v1", "cs", "words", "submit/1", 0, 2), ((string)result["schema"]!, (string)result["classroom"]!, (string)result["assignment"]!, (string)result["submission"]!, (int)result["score"]!, (int)result["max-score"]!));
        Assert.Equal("essay", (string)result["tests"]![0]!["test-name"]!);
    }

    [Fact]
    public void The_workflow_checks_each_notebook()
    {
        var workflow = File.ReadAllText(tool["words.github/.github/workflows/check.yml"]);
        Assert.Contains("git clone --depth 1 \"https://example.org/course.git\" course", workflow);
        // One lecture that is not ready does not keep the next from being checked.
        Assert.EndsWith("      - run: ./course/course check \"mine/words.ipynb\"\n        if: ${{ !cancelled() && steps.course.outcome == 'success' }}\n", workflow);
    }

    void Execute(string program, string[] arguments, params (string Name, string Value)[] variables)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = Directory.Exists(tool["repository"]) ? tool["repository"] : tool.Folder, RedirectStandardError = true, RedirectStandardOutput = true };
        foreach (var (name, value) in variables.Append(("COURSE", tool.Program)))
            start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var said = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, output + said.Result);
    }
}
