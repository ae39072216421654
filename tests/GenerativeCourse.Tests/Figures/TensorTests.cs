using GenerativeCourse.Figures;
using GenerativeCourse.Tests.Figures.Drawing;
using TorchSharp;

namespace GenerativeCourse.Tests.Figures;

public sealed class TensorTests
{
    [Fact]
    public void A_line_takes_a_tensor_that_is_still_in_a_graph()
    {
        using var loss = torch.tensor(new float[] { 3, 2, 1 }, requires_grad: true);
        using var scaled = loss * 2;
        Assert.Contains("\"y\":[6,4,2]", new Figure().Line(scaled).ToPlotlyJson(), StringComparison.Ordinal);
        Assert.True(scaled.requires_grad);
    }

    [Fact]
    public void A_table_keeps_rows_and_columns_of_a_transposed_tensor()
    {
        using var tensor = torch.arange(6, torch.int64).reshape(2, 3).t();
        Assert.Contains("\"z\":[[0,3],[1,4],[2,5]]", new Figure().HeatMap(tensor).ToPlotlyJson(), StringComparison.Ordinal);
        Assert.Contains("\"x\":[0,1,2],\"y\":[3,4,5]", new Figure().Scatter(tensor).ToPlotlyJson(), StringComparison.Ordinal);
    }

    [Fact]
    public void Images_are_shown_by_their_type()
    {
        using var bytes = torch.tensor(new byte[] { 0, 51, 204, 255 }, [1, 1, 2, 2]);
        using var floats = bytes.to(torch.float64) / 255;
        Assert.Equal(new ImageGrid(bytes).ToPng(), new ImageGrid(floats).ToPng());
        Assert.Equal((51, 51, 51), new PngFile(new ImageGrid(bytes).Scale(4).ToPng())[20, 17]);
    }

    [Fact]
    public void Says_which_shape_does_not_fit()
    {
        using var table = torch.zeros(3, 4);
        using var cube = torch.zeros(2, 3, 4);
        Assert.StartsWith("A tensor of shape (3, 4) is not a row of numbers", Assert.Throws<ArgumentException>(() => new Figure().Line(table)).Message);
        Assert.StartsWith("A tensor of shape (2, 3, 4) is not a table", Assert.Throws<ArgumentException>(() => new Figure().HeatMap(cube)).Message);
    }
}
