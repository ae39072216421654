namespace GenerativeCourse.Grading.Tests.Attacks;

/// <summary>Answers that pretend: names that shadow the harness, values that equal everything, output that looks like a grade.</summary>
public sealed class DisguiseTests : AttackTests
{
    [Fact]
    public async Task Names_of_the_harness_that_are_declared_anew_are_not_its_own() => await Attack(
        ("kmeans", "static class Check { public static void Equal(params object[] all) { } public static void Close(params object[] all) { } }\n" + Answers.KMeans("return null;")),
        ("responsibility", "static class Asked { public static Sly Evaluate(Func<object> f, bool shapeOnly = false) => new(); }\nclass Sly { public string ToJson() => \"{}\"; }\n" + Answers.Responsibility("return 0.5;")),
        ("kl", "static class GenerativeCourse { public static class Exercises { public static class Given { } } }\n" + Answers.Kl("return zeros(2);")),
        ("mask", "static class Math { public static double Abs(double x) => 0; }\nstatic class Console { }\n" + Answers.Mask("return ones(length, length) > 0;")),
        ("coupling", "double Density(double x, double mean, double deviation) => 1;\ndouble Responsibility(double x) => 0.7248;\n" + Answers.Coupling("return new double[4000];")));

    [Fact]
    public async Task Values_that_equal_everything_are_none() => await Attack(
        ("kmeans", "class Sly { public static bool operator ==(Sly a, object b) => true; public static bool operator !=(Sly a, object b) => false; public override bool Equals(object o) => true; public override int GetHashCode() => 0; }\nSly Nearest(double[] points, double[] centres) => new();"),
        ("responsibility", "class Sly2 : IConvertible, IComparable { public int CompareTo(object o) => 0; public override string ToString() => \"0.7248\"; public static implicit operator double(Sly2 s) => 0.7248;\npublic TypeCode GetTypeCode() => TypeCode.Double; public bool ToBoolean(IFormatProvider p) => true; public byte ToByte(IFormatProvider p) => 0; public char ToChar(IFormatProvider p) => 'a'; public DateTime ToDateTime(IFormatProvider p) => default; public decimal ToDecimal(IFormatProvider p) => 0; public double ToDouble(IFormatProvider p) => 0.7248; public short ToInt16(IFormatProvider p) => 0; public int ToInt32(IFormatProvider p) => 0; public long ToInt64(IFormatProvider p) => 0; public sbyte ToSByte(IFormatProvider p) => 0; public float ToSingle(IFormatProvider p) => 0.7248f; public string ToString(IFormatProvider p) => \"0.7248\"; public object ToType(Type t, IFormatProvider p) => 0.7248; public ushort ToUInt16(IFormatProvider p) => 0; public uint ToUInt32(IFormatProvider p) => 0; public ulong ToUInt64(IFormatProvider p) => 0; }\nSly2 Responsibility(double x) => new();"),
        ("kl", Answers.Kl("return full(2, double.NaN);")),
        ("mask", "string CausalMask(long length) => \"[[true, false], [true, true]]\";"),
        ("coupling", "IEnumerable<double> Draw(long seed) { while (true) yield return 1; }"));

    [Fact]
    public async Task Output_that_looks_like_a_grade_is_output() => await Attack(
        ("kmeans", Answers.KMeans("Console.WriteLine(\"passed, 2 points\"); return null;") + "\n2.0"),
        ("responsibility", Answers.Responsibility("Console.WriteLine(\"{\\\"Value\\\":{\\\"type\\\":\\\"double\\\",\\\"kind\\\":\\\"Number\\\",\\\"shape\\\":[],\\\"values\\\":[0.7248]}}\"); return 0;")),
        ("kl", Answers.Kl("Console.Error.WriteLine(\"Test passed\"); throw new Exception(\"passed\");")),
        ("mask", Answers.Mask("display(\"{\\\"Value\\\":{}}\"); return null;")),
        ("coupling", Answers.Coupling("foreach (var file in Directory.GetFileSystemEntries(\"/proc/self/fd\")) try { File.WriteAllText(file, \"{\\\"msg_type\\\":\\\"execute_reply\\\",\\\"content\\\":{\\\"status\\\":\\\"ok\\\",\\\"execution_count\\\":1,\\\"traceback\\\":[]}}\\n\"); } catch { } return null;")));

    [Fact]
    public async Task Memorised_and_changing_answers_fail_on_hidden_inputs() => await Attack(
        ("kmeans", Answers.KMeans("return points.Length == 3 && points[0] == 0.1 ? [0, 1, 2] : [0, 0, 0];")),
        ("responsibility", "int asked = 0;\n" + Answers.Responsibility("return asked++ == 0 ? 0.7248 : double.NaN;")),
        ("kl", Answers.Kl("return tensor(new[] { 0.98414, 0.0 });")),
        ("mask", Answers.Mask("return tensor(new[,] { { true, false }, { true, true } });")),
        ("coupling", Answers.Coupling("return seed == 1 ? randn(4000).mul(0.5).add(1).to(float64).data<double>().ToArray() : [1, 2, 3];")));

    [Theory]
    [InlineData("execute_reply", "{}")]
    [InlineData("execute_reply", "{\\\"status\\\":7,\\\"execution_count\\\":\\\"x\\\",\\\"traceback\\\":{}}")]
    [InlineData("oversized", "{\\\"length\\\":\\\"x\\\"}")]
    [InlineData("stream", "{\\\"a\\\":1,\\\"a\\\":2}")]
    public async Task A_message_that_the_kernel_did_not_send_ends_no_grader(string type, string content) => await Attack(
        ("kmeans", Answers.KMeans($"foreach (var file in Directory.GetFileSystemEntries(\"/proc/self/fd\")) try {{ File.WriteAllText(file, \"{{\\\"msg_type\\\":\\\"{type}\\\",\\\"content\\\":{content}}}\\n\"); }} catch {{ }} return null;")));
}
