namespace GenerativeCourse.Notebooks.Tests.Kernel;

[Collection("kernel")]
public sealed class StateTests
{
    [Fact]
    public async Task Later_cells_see_variables_functions_and_types_of_earlier_ones()
    {
        using var notebook = new NotebookSession();
        await notebook.Result("var x = 20; int Twice(int v) => 2 * v; record Pair(int A, int B);");
        Assert.Equal("42", await notebook.Result("new Pair(Twice(x), 2) is var p ? p.A + p.B : 0"));
    }

    [Fact]
    public async Task Names_may_be_declared_again()
    {
        using var notebook = new NotebookSession();
        await notebook.Result("var x = 1; string F() => \"old\"; class C { public int V = 1; }");
        await notebook.Result("var x = \"new\"; string F() => x; class C { public int V = 2; }");
        Assert.Equal("new2", await notebook.Result("F() + new C().V"));
    }

    [Fact]
    public async Task A_cell_may_await()
    {
        using var notebook = new NotebookSession();
        Assert.Equal("3", await notebook.Result("await Task.Delay(1); var y = await Task.FromResult(3); y"));
    }

    [Fact]
    public async Task State_of_a_failed_cell_up_to_its_error_is_kept()
    {
        using var notebook = new NotebookSession();
        var reply = await notebook.Run("var before = 5; throw new InvalidOperationException(\"no\");");
        Assert.Equal(("error", "InvalidOperationException", "no"), (reply.Status, reply.ErrorName, reply.ErrorValue));
        Assert.Equal("5", await notebook.Result("before"));
    }

    [Fact]
    public async Task A_cell_may_hold_unsafe_code()
    {
        using var notebook = new NotebookSession();
        Assert.Equal("5", await notebook.Result("int value = 5; int copy; unsafe { fixed (int* p = &value) copy = *p; } copy"));
        Assert.Equal("5", await notebook.Result("copy"));
    }

    [Fact]
    public async Task A_cell_of_usings_only_serves_later_cells()
    {
        using var notebook = new NotebookSession();
        await notebook.Result("using System.Globalization;");
        await notebook.Result("// nothing but a comment");
        Assert.Equal("True", await notebook.Result("CultureInfo.InvariantCulture.IsReadOnly"));
    }
}
