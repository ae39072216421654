using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed class AccessorTests
{
    [Fact]
    public void Elements_are_read_and_written_in_C_order_whatever_the_strides()
    {
        using Tensor t = tensor(new[,] { { 1, 2, 3 }, { 4, 5, 6 } }), turned = t.T;
        Assert.Equal([1, 4, 2, 5, 3, 6], turned.data<int>().ToArray());
        Assert.Equal(5, turned.data<int>()[1, 1]);
        Assert.Equal(2, turned.data<int>()[2]);
        turned.data<int>()[0, 1] = 40;
        turned.data<int>().CopyFrom([7, 8], 0, 4);
        Assert.Equal([1, 2, 7, 40, 5, 8], t.data<int>().ToArray());
        Assert.Equal(new[,] { { 1, 40 }, { 2, 5 }, { 7, 8 } }, (int[,])turned.data<int>().ToNDArray());
    }

    [Fact]
    public void A_wrong_type_or_place_says_so()
    {
        using Tensor t = zeros(2, 3);
        Assert.Contains("Int64 is not compatible with Float32", Assert.Throws<ArgumentException>(() => t.data<long>()).Message);
        Assert.Contains("index 3 on an axis of length 3", Assert.Throws<IndexOutOfRangeException>(() => t.data<float>()[0, 3]).Message);
        Assert.Contains("shape [2, 3]", Assert.Throws<ArgumentException>(() => t.item<float>()).Message);
    }

    [Fact]
    public void Elements_of_a_disposed_tensor_are_out_of_reach()
    {
        Tensor t = zeros(2);
        Utils.TensorAccessor<float> elements = t.data<float>();
        t.Dispose();
        Assert.Throws<ObjectDisposedException>(() => elements[0]);
        Assert.Throws<ObjectDisposedException>(() => elements.ToArray());
    }

    [Fact]
    public void Numbers_come_out_as_any_type()
    {
        using Tensor t = tensor(2.75);
        Assert.Equal((2, 2.75f, true), (t.ToInt32(), (float)t, t.ToBoolean()));
        Assert.Equal(1.5f, tensor(1.5f).bfloat16().ToSingle());
        Assert.Equal(new System.Numerics.Complex(1, 2), tensor(1.0, 2.0).ToComplex64());
        var list = (System.Collections.ArrayList)tensor(new[,] { { 1L, 2 } }).tolist();
        Assert.Equal(2L, ((Scalar)((System.Collections.ArrayList)list[0]!)[1]!).ToInt64());
    }
}
