using GenerativeCourse.Figures;

namespace GenerativeCourse.Tests.Figures;

/// <summary>Colours where distances are about what eyes make of them (CIE 1976 L*a*b*, white D65).</summary>
static class CieLab
{
    /// <summary>The place of a colour whose linear red, green and blue are first multiplied by a matrix, row by row.</summary>
    public static double[] Of(Rgb color, double[] matrix)
    {
        double[] light = [Linear(color.R), Linear(color.G), Linear(color.B)];
        double[] seen = [.. Product(matrix, light).Select(value => Math.Clamp(value, 0, 1))];
        double[] xyz = Product([0.4124 / 0.95047, 0.3576 / 0.95047, 0.1805 / 0.95047, 0.2126, 0.7152, 0.0722, 0.0193 / 1.08883, 0.1192 / 1.08883, 0.9505 / 1.08883], seen);
        double[] root = [.. xyz.Select(value => value > 0.008856 ? Math.Cbrt(value) : 7.787 * value + 16.0 / 116)];
        return [116 * root[1] - 16, 500 * (root[0] - root[1]), 200 * (root[1] - root[2])];
    }

    public static double Distance(double[] a, double[] b) => Math.Sqrt(a.Zip(b, (x, y) => (x - y) * (x - y)).Sum());

    static double Linear(byte value) => value / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);

    static double[] Product(double[] matrix, double[] vector) => [.. Enumerable.Range(0, 3).Select(row => Enumerable.Range(0, 3).Sum(column => matrix[3 * row + column] * vector[column]))];
}
