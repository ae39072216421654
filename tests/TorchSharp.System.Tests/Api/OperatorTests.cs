using System.Reflection;

namespace TorchSharp.Tests;

public sealed class OperatorTests
{
    [Fact]
    public void Every_operator_that_is_bound_is_in_this_libtorch()
    {
        string[] missing = [.. typeof(Ops).GetFields(BindingFlags.Static | BindingFlags.NonPublic).Where(field => field.FieldType == typeof(Op))
            .Select(field => (Op)field.GetValue(null)!).Where(op => !op.Exists).Select(op => op.Name)];
        Assert.Empty(missing);
    }
}
