using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed class PrintingTests
{
    static Tensor Numbers(params long[] shape) => arange(shape.Aggregate(1L, (product, length) => product * length), ScalarType.Float32).reshape(shape);

    [Fact]
    public void ToString_tells_shape_type_and_device()
    {
        Assert.Equal("[2x3], type = Float32, device = cpu", Numbers(2, 3).ToString());
        Assert.Equal("[], type = Int64, device = cpu", tensor(5L).ToString());
    }

    [Fact]
    public void Str_aligns_columns_as_Julia_does()
    {
        using Tensor t = tensor(new float[,] { { 1, -20.5f, 3e-8f }, { 0.125f, 2, 123456.7f } });
        Assert.Equal("[2x3], type = Float32, device = cpu\n     1 -20.5      3e-08\n 0.125     2 1.2346e+05\n", t.str());
        Assert.Equal("[3], type = Bool, device = cpu\n True False True\n", tensor(new[] { true, false, true }).str());
        Assert.Equal("[], type = Float64, device = cpu, value = 2.5", tensor(2.5).str());
    }

    [Fact]
    public void Tables_of_further_axes_stand_under_their_index()
    {
        Assert.Equal("[2x1x2], type = Float32, device = cpu\n[0,..,..] =\n 0 1\n\n[1,..,..] =\n 2 3\n", Numbers(2, 1, 2).jlstr());
        Assert.Equal("[0x3], type = Float32, device = cpu\n", Numbers(0, 3).jlstr());
    }

    [Fact]
    public void A_row_stops_at_the_line_width()
    {
        Assert.Equal("[100], type = Float32, device = cpu\n 0 1 2 3 4 5 6 7 ...\n", Numbers(100).jlstr(width: 20));
    }

    [Fact]
    public void Numpy_brackets_long_axes_with_an_ellipsis()
    {
        Assert.Equal("[[0, 1, 2]\n [3, 4, 5]]", Numbers(2, 3).npstr());
        Assert.Equal("[0, 1, 2, ... 97, 98, 99]", Numbers(100).npstr());
        Assert.Equal("[[[0, 1]]\n\n [[2, 3]]]", Numbers(2, 1, 2).npstr());
        Assert.Equal("[[0]\n [1]\n [2]\n ...\n [7]\n [8]\n [9]]", Numbers(10, 1).npstr());
        Assert.Equal("[]", Numbers(0).npstr());
        Assert.Equal("7", tensor(7).npstr());
    }

    [Fact]
    public void CSharp_writes_an_initialiser()
    {
        Assert.Equal("[2x2], type = Int64, device = cpu, value = \nlong [,] {\n {0L, 1L},\n {2L, 3L}\n}", Numbers(2, 2).@long().cstr());
        Assert.Equal("[2], type = Float32, device = cpu, value = float [] {0f, 1f}", Numbers(2).cstr());
        Assert.Equal("[], type = Float32, device = cpu, value = 3", tensor(3f).cstr());
    }

    [Fact]
    public void Transposed_half_and_complex_tensors_print_what_they_hold()
    {
        Assert.Equal("[[0, 3]\n [1, 4]\n [2, 5]]", Numbers(2, 3).T.npstr());
        Assert.Equal("[0.5, 1.5]", tensor(new[] { 0.5f, 1.5f }).bfloat16().npstr());
        Assert.Equal("[1+2i, 3i, 0]", complex(tensor(new[] { 1f, 0, 0 }), tensor(new[] { 2f, 3, 0 })).npstr());
        Assert.Equal("[1+-2i]", complex(tensor(new[] { 1f }), tensor(new[] { 2f })).conj().npstr());
    }

    [Fact]
    public void Print_writes_to_the_console_and_passes_the_tensor_on()
    {
        TextWriter before = Console.Out;
        using var written = new StringWriter();
        Console.SetOut(written);
        try
        {
            using Tensor t = tensor(new[] { 1, 2 });
            Assert.Same(t, t.print(style: TensorStringStyle.Numpy));
        }
        finally
        {
            Console.SetOut(before);
        }
        Assert.Equal("[1, 2]" + Environment.NewLine, written.ToString());
    }
}
