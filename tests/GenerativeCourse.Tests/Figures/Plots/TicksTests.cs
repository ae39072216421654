using GenerativeCourse.Figures.Plots;

namespace GenerativeCourse.Tests.Figures.Plots;

public sealed class TicksTests
{
    [Theory]
    [InlineData(0, 10, 5, "0 2 4 6 8 10")]
    [InlineData(-0.3, 0.31, 6, "−0.3 −0.2 −0.1 0 0.1 0.2 0.3")]
    [InlineData(98, 104.2, 6, "98 99 100 101 102 103 104")]
    [InlineData(0, 25000, 5, "0 5,000 10,000 15,000 20,000 25,000")]
    [InlineData(0, 3e8, 3, "0 10⁸ 2×10⁸ 3×10⁸")]
    [InlineData(1.0000001, 1.0000003, 2, "1.0000001 1.0000002 1.0000003")]
    [InlineData(0, 4e-6, 4, "0 10⁻⁶ 2×10⁻⁶ 3×10⁻⁶ 4×10⁻⁶")]
    [InlineData(0.95, 1.05, 4, "0.96 0.98 1.00 1.02 1.04")]
    public void Stand_at_round_numbers(double low, double high, int wanted, string texts) =>
        Assert.Equal(texts, string.Join(' ', Ticks.Linear(low, high, wanted).Select(tick => tick.Text)));

    [Fact]
    public void Stand_at_whole_numbers_where_only_those_are_meant() =>
        Assert.Equal("1 2 3", string.Join(' ', Ticks.Linear(1, 3, 9, whole: true).Select(tick => tick.Text)));

    [Theory]
    [InlineData(1e-5, 0.1, 6, "10⁻⁵ 10⁻⁴ 10⁻³ 10⁻² 10⁻¹")]
    [InlineData(0.005, 120, 6, "0.01 0.1 1 10 100")]
    [InlineData(80, 900, 6, "100 200 500")]
    [InlineData(1e-12, 1, 5, "10⁻¹² 10⁻⁹ 10⁻⁶ 10⁻³ 10⁰")]
    [InlineData(310, 460, 4, "350 400 450")]
    public void Stand_at_powers_of_ten_on_a_logarithmic_axis(double low, double high, int wanted, string texts) =>
        Assert.Equal(texts, string.Join(' ', Ticks.Log(low, high, wanted).Select(tick => tick.Text).Where(text => text.Length > 0)));

    [Theory]
    [InlineData(new[] { 3.0, 12, double.NaN }, 0)]
    [InlineData(new[] { 0.5, 0.0917, 0.999 }, 3)]
    [InlineData(new[] { 1.32, -0.1 }, 2)]
    [InlineData(new[] { 1234.5 }, 0)]
    public void Numbers_beside_each_other_have_as_many_decimals(double[] values, int decimals) => Assert.Equal(decimals, NumberText.Decimals(values));

    [Theory]
    [InlineData(0.123456, "0.1235")]
    [InlineData(-103.25, "−103.3")]
    [InlineData(1234567.0, "1234567")]
    [InlineData(1.5e-7, "1.5×10⁻⁷")]
    [InlineData(-1e9, "−10⁹")]
    [InlineData(9.9999e8, "10⁹")]
    [InlineData(double.NaN, "NaN")]
    public void Numbers_are_written_for_readers(double value, string text) => Assert.Equal(text, NumberText.Of(value));
}
