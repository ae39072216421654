namespace GenerativeCourse.Grading.Tests.Attacks;

/// <summary>Wrong answers of each exercise's form, into which attacks are put.</summary>
static class Answers
{
    public static string KMeans(string body) => $"int[] Nearest(double[] points, double[] centres) {{ {body} }}";

    public static string Responsibility(string body) => $"double Responsibility(double x) {{ {body} }}";

    public static string Kl(string body) => $"Tensor Kl(Tensor mean, Tensor logVariance) {{ {body} }}";

    public static string Mask(string body) => $"Tensor CausalMask(long length) {{ {body} }}";

    public static string Coupling(string body) => $"double[] Draw(long seed) {{ {body} }}";
}
