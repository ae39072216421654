namespace GenerativeCourse.Notebooks.Tests.Kernel;

[Collection("kernel")]
public sealed class OrdinaryTypesTests
{
    [Fact]
    public async Task A_namespace_can_be_declared_and_used()
    {
        using var notebook = new NotebookSession();
        Assert.Equal("4", await notebook.Result("using Shapes;\nnamespace Shapes\n{\n    public sealed class Square { public int Area => 4; }\n}\nnew Square().Area"));
        await notebook.Result("namespace Rounds;\npublic record Circle(double R);");
        Assert.Equal("2", await notebook.Result("using Rounds; new Circle(2).R"));
        Assert.Equal("4", await notebook.Result("new Square().Area"));
    }

    [Fact]
    public async Task Extension_blocks_and_file_local_types_work()
    {
        using var notebook = new NotebookSession();
        Assert.Equal("6", await notebook.Result("public static class Numbers { extension(int x) { public int Doubled => 2 * x; } }\n3.Doubled"));
        Assert.Equal("5", await notebook.Result("file class Hidden { public static int Five => 5; }\npublic static class Shown { public static int Five => Hidden.Five; }\nShown.Five"));
    }

    [Fact]
    public async Task Errors_inside_keep_their_lines()
    {
        using var notebook = new NotebookSession();
        var reply = await notebook.Run("var x = 1;\nnamespace N\n{\n    public class C { int F() => missing; }\n}");
        Assert.StartsWith("Cell[1]:line 4, column 33: error CS0103", reply.ErrorValue);
        await notebook.Result("namespace M\n{\n    public static class D { public static int F() =>\n        throw new System.Exception(\"deep\"); }\n}");
        Assert.Contains("   at M.D.F() in Cell[2]:line 4", (await notebook.Run("M.D.F()")).Traceback);
    }
}
