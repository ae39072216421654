using System.Runtime.CompilerServices;
using TorchSharp.Modules;

namespace TorchSharp.Tests;

/// <summary>
/// Nothing public but what TorchSharp 0.107 has. Beside this lies the part of its list that is used; with TORCHSHARP_API set to the whole list's file
/// the test compares with that, and rewrites the part.
/// </summary>
public sealed class ApiTests
{
    // Public in TorchSharp too, though its list has no line of theirs: it meets them in signatures and base classes.
    static readonly Type[] Unnamed =
    [
        typeof(Utils.TensorAccessor<>), typeof(LifetimeStatistics), typeof(AnomalyMode), typeof(ModuleExtensionMethods), typeof(GELU.Approximate),
        typeof(Loss<,,>), typeof(Loss<,,,>), typeof(Loss<,,,,>), typeof(WeightedLoss<,,>),
        .. typeof(torch).Assembly.GetTypes().Where(type => type.IsNestedPublic && type.DeclaringType!.IsSubclassOf(typeof(OptimizerHelper))),
    ];

    // Before the name of a type of which the list has no members, as of structs and of most modules: only that such a type exists can be checked.
    const string Memberless = "# no members listed: ";

    static string Beside([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "torchsharp-0.107-api.txt");

    [Fact]
    public void Every_public_and_protected_member_is_one_of_TorchSharps()
    {
        Type[] types = [.. typeof(torch).Assembly.GetTypes().Where(Visible).Where(type => !Unnamed.Contains(type) && !type.IsSubclassOf(typeof(Delegate)))];
        HashSet<string> theirs = Environment.GetEnvironmentVariable("TORCHSHARP_API") is { Length: > 0 } whole
            ? Rewrite(types, [.. File.ReadLines(whole)])
            : [.. File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Api", "torchsharp-0.107-api.txt"))];
        string[] strangers = [.. types.SelectMany(type => Lines(type, theirs)).Where(line => !theirs.Contains(line)).Distinct().Order(StringComparer.Ordinal)];
        Assert.True(strangers.Length == 0,
            $"{strangers.Length} are not in TorchSharp 0.107's list (or not in the committed part of it, which TORCHSHARP_API=FILE rewrites):\n{string.Join('\n', strangers)}");
    }

    // The lines of the whole list that are used, and which types have none.
    static HashSet<string> Rewrite(Type[] types, HashSet<string> whole)
    {
        HashSet<string> owners = [.. whole.Where(line => line.Contains("::")).Select(line => line[..line.IndexOf("::", StringComparison.Ordinal)])];
        whole.UnionWith(types.Where(type => !type.IsEnum && !owners.Contains(Owner(type))).Select(type => Memberless + Owner(type)));
        File.WriteAllLines(Beside(), types.SelectMany(type => Lines(type, whole)).Concat(types.Select(type => Memberless + Owner(type)))
            .Where(whole.Contains).Distinct().Order(StringComparer.Ordinal));
        return whole;
    }

    static IEnumerable<string> Lines(Type type, HashSet<string> theirs) =>
        type.IsEnum || theirs.Contains(Memberless + Owner(type)) ? [Notation.Line(type)]
        : [Notation.Line(type), .. Notation.Members(type).Where(member => !member.Overrides || theirs.Contains(member.Line)).Select(member => member.Line)];

    static string Owner(Type type) => $"{type.Namespace}.{Notation.Name(type)}";

    static bool Visible(Type type) => type.IsPublic || ((type.IsNestedPublic || type.IsNestedFamily || type.IsNestedFamORAssem) && Visible(type.DeclaringType!));
}
