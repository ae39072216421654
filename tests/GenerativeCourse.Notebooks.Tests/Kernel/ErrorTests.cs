using GenerativeCourse.Notebooks.Kernel;

namespace GenerativeCourse.Notebooks.Tests.Kernel;

[Collection("kernel")]
public sealed class ErrorTests
{
    [Fact]
    public async Task A_compiler_error_names_cell_line_and_place()
    {
        using var notebook = new NotebookSession();
        var reply = await notebook.Run(new ExecuteRequest("var a = 1;\nvar b = a + missing;") { CellNumber = 7 });
        Assert.Equal("CompilationError", reply.ErrorName);
        Assert.Equal("Cell[7]:line 2, column 13: error CS0103: The name 'missing' does not exist in the current context", reply.ErrorValue);
        Assert.Equal([reply.ErrorValue!, "    var b = a + missing;", "                ^^^^^^^"], reply.Traceback);
        Assert.Equal("error", Assert.Single(notebook.Messages).Type);
    }

    [Fact]
    public async Task Native_libraries_of_a_cell_are_told_to_leave_the_runtime_its_signals()
    {
        Peer.RequireHardware(OperatingSystem.IsLinux(), "Linux");
        using var notebook = new NotebookSession();
        await notebook.Run("[System.Runtime.InteropServices.DllImport(\"libc\")] static extern nint getenv(string name);");
        await notebook.Run("Console.Write($\"<{System.Runtime.InteropServices.Marshal.PtrToStringUTF8(getenv(\"UCX_ERROR_SIGNALS\"))}>\" + (getenv(\"UCX_ERROR_SIGNALS\") != 0));");
        Assert.Equal("<>True", notebook.Stream("stdout"));
    }

    [Fact]
    public async Task An_exception_shows_the_cells_frames_by_line_first()
    {
        using var notebook = new NotebookSession();
        await notebook.Run("int Parse(string text)\n{\n    return int.Parse(text);\n}");
        var reply = await notebook.Run("\n\nParse(\"no\")");
        Assert.Equal("FormatException", reply.ErrorName);
        Assert.Equal("   at Parse(String) in Cell[1]:line 3", reply.Traceback[1]);
        Assert.Equal("   at Cell[2]:line 3", reply.Traceback[2]);
        Assert.Equal("thrown by", reply.Traceback[3]);
        Assert.DoesNotContain(reply.Traceback, line => line.Contains("GenerativeCourse.Notebooks") || line.Contains("Submission#"));
    }

    [Fact]
    public async Task Hidden_methods_and_the_methods_of_hidden_types_are_left_out()
    {
        using var notebook = new NotebookSession();
        await notebook.Run("[System.Diagnostics.StackTraceHidden] static class Silent { public static void Fail() => throw new FormatException(\"no\"); }");
        var reply = await notebook.Run("Silent.Fail();");
        Assert.Equal(["System.FormatException: no", "   at Cell[2]:line 1"], reply.Traceback);
    }

    [Fact]
    public async Task Lines_keep_their_numbers_after_a_magic()
    {
        using var notebook = new NotebookSession();
        var reply = await notebook.Run("#!time\n#!csharp\n\nthrow new Exception(\"x\");");
        Assert.Contains("   at Cell[1]:line 4", reply.Traceback);
    }

    [Fact]
    public async Task Inner_exceptions_are_told()
    {
        using var notebook = new NotebookSession();
        var reply = await notebook.Run("try { throw new ArgumentException(\"inner\"); } catch (Exception e) { throw new InvalidOperationException(\"outer\", e); }");
        Assert.Contains("caused by System.ArgumentException: inner", reply.Traceback);
    }

    [Fact]
    public async Task A_clash_with_a_redefined_type_says_what_to_do()
    {
        using var notebook = new NotebookSession();
        await notebook.Run("class C { } object old = new C(); var c = new C();");
        await notebook.Run("class C { }");
        var atRunTime = await notebook.Run("var now = (C)old;");
        Assert.Equal("'C' was redefined in Cell[2]: the object was made with the definition of Cell[1]; create the object again.", atRunTime.ErrorValue);
        var atCompileTime = await notebook.Run("C now = c;");
        Assert.EndsWith("'C' was redefined in Cell[2]: create the object again.", atCompileTime.ErrorValue);
        Assert.DoesNotContain("ℛ", atCompileTime.ErrorValue);
    }

    [Fact]
    public async Task A_failed_compilation_changes_nothing()
    {
        using var notebook = new NotebookSession();
        await notebook.Run("var x = 1;");
        await notebook.Run("var x = \"a\"; nonsense(");
        Assert.Equal("1", await notebook.Result("x"));
    }

    [Fact]
    public async Task Async_void_is_reported_and_the_kernel_lives()
    {
        using var notebook = new NotebookSession();
        var reply = await notebook.Run("async void Boom() { await Task.Yield(); throw new InvalidOperationException(\"boom\"); } Boom(); await Task.Delay(200);");
        Assert.Equal("boom", reply.ErrorValue);
        Assert.Equal("2", await notebook.Result("1 + 1"));
    }

    [Fact]
    public async Task Input_without_anybody_to_ask_says_so()
    {
        using var notebook = new NotebookSession();
        var reply = await notebook.Run("input(\"name\")");
        Assert.Equal("StdinNotImplementedError", reply.ErrorName);
    }
}
