using GenerativeCourse.Exercises.Judging;

namespace GenerativeCourse.Tests.Exercises;

/// <summary>The expected values are scipy 1.10's: <c>2 * stats.norm.sf(z)</c>, <c>stats.chi2.sf(x, k)</c>, <c>stats.chi2.cdf(x, k)</c>, <c>special.gammaln(a)</c>.</summary>
public sealed class TailTests
{
    [Theory]
    [InlineData(0.5, 0.6170750774519738)]
    [InlineData(1.96, 0.04999579029644087)]
    [InlineData(-5, 5.733031437583866e-07)]
    [InlineData(5.1, 3.396534814295193e-07)]
    [InlineData(10, 1.523970604832094e-23)]
    [InlineData(30, 9.813427854295816e-198)]
    public void A_normal_tail_is_scipys(double z, double expected) => Near(expected, Tail.Normal(z));

    [Theory]
    [InlineData(0.1, 1, 0.7518296340458492, 0.24817036595415076)]
    [InlineData(3.84, 1, 0.05004352124870519, 0.9499564787512949)]
    [InlineData(45.08, 9, 8.917518172954961e-07, 0.9999991082481827)]
    [InlineData(2, 9, 0.9914676066288135, 0.008532393371186466)]
    [InlineData(120, 100, 0.08440668109369177, 0.9155933189063082)]
    [InlineData(60, 100, 0.999481108537452, 0.0005188914625480344)]
    [InlineData(5500, 5000, 6.203019945328604e-07, 0.9999993796980055)]
    [InlineData(201000, 199999, 0.056922473456384876, 0.9430775265436152)]
    public void Chi_squares_tails_are_scipys(double value, double degrees, double above, double below)
    {
        Near(above, Tail.ChiSquare(value, degrees));
        Near(below, Tail.ChiSquareBelow(value, degrees));
    }

    [Theory]
    [InlineData(0.5, 0.5723649429247)]
    [InlineData(1.5, -0.12078223763524526)]
    [InlineData(3, 0.6931471805599453)]
    [InlineData(10, 12.801827480081469)]
    [InlineData(100.5, 361.43554046777757)]
    [InlineData(1e6, 12815504.569147611)]
    public void The_logarithm_of_gamma_is_scipys(double a, double expected) => Assert.Equal(expected, Tail.LogGamma(a), 1e-12 * Math.Max(1, Math.Abs(expected)));

    [Fact]
    public void Nothing_lies_beyond_the_end_and_all_beyond_the_start()
    {
        Assert.Equal(0, Tail.ChiSquare(1.2e6, 1e5));
        Assert.Equal(1, Tail.ChiSquare(0, 3));
        Assert.Equal(1, Tail.Normal(0));
    }

    static void Near(double expected, double actual) => Assert.Equal(1, actual / expected, 1e-9);
}
