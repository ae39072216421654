using static TorchSharp.torch;

namespace TorchSharp.Tests;

public sealed class FactoryTests
{
    [Fact]
    public void Literals_pick_the_overload_and_type_that_TorchSharp_picks()
    {
        Assert.Equal((ScalarType.Int32, ScalarType.Int64, ScalarType.Float32, ScalarType.Float64), (tensor(1).dtype, tensor(1L).dtype, tensor(1f).dtype, tensor(1.0).dtype));
        Assert.Equal([2L, 3], zeros(2, 3).shape);
        Assert.Equal([4L], ones(4).shape);
        Assert.Equal((ScalarType.Int64, ScalarType.Float32), (full(2, 2, 7).dtype, full(2, 2, 7.5).dtype));
        Assert.Equal((ScalarType.Int64, ScalarType.Float32), (arange(5).dtype, arange(0, 1, 0.25).dtype));
        Assert.Equal(ScalarType.Int64, randint(0, 10, [3]).dtype);
        Assert.Equal([2L, 2], tensor([1f, 2, 3, 4], 2, 2).shape);
        Assert.Equal([1L, 2, 2], tensor(new float[,,] { { { 1, 2 }, { 3, 4 } } }).shape);
        Assert.Equal(ScalarType.Float32, tensor([1, 2, 3], dtype: float32).dtype);
    }

    [Fact]
    public void Tensor_copies_and_from_array_shares()
    {
        float[] numbers = [1, 2, 3];
        using Tensor copy = tensor(numbers), shared = from_array(numbers), part = frombuffer(numbers, float32, count: 2, offset: 1);
        numbers[1] = 20;
        Assert.Equal([1f, 2, 3], copy.data<float>().ToArray());
        Assert.Equal([1f, 20, 3], shared.data<float>().ToArray());
        Assert.Equal([20f, 3], part.data<float>().ToArray());
        shared.mul_(2);
        Assert.Equal([2f, 40, 6], numbers);
        Assert.Equal([2L, 2], from_array(new[,] { { true, false }, { false, true } }).shape);
    }

    [Fact]
    public void Memory_shared_with_an_array_outlives_the_array_reference()
    {
        static Tensor Make() => from_array(Enumerable.Range(0, 100_000).ToArray());
        using Tensor t = Make();
        for (int i = 0; i < 3; i++)
        {
            GC.Collect();
            _ = new int[100_000];
        }
        Assert.Equal(4999950000, t.sum().item<long>());
    }

    [Fact]
    public void Values_that_do_not_fill_the_shape_say_so() =>
        Assert.Contains("3 values do not fill the shape [2, 2], which takes 4", Assert.Throws<ArgumentException>(() => tensor([1f, 2, 3], 2, 2)).Message);

    [Fact]
    public void A_gradient_of_whole_numbers_is_libtorchs_own_error() =>
        Assert.Contains("floating point", Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => ones(2, dtype: int64, requires_grad: true)).Message);

    [Fact]
    public void A_device_that_is_not_there_says_so() =>
        Assert.Contains("CUDA", cuda.is_available() ? "CUDA" : Assert.Throws<InvalidOperationException>(() => zeros(2, device: CUDA)).Message);

    [Fact]
    public void The_default_type_is_used_and_put_back()
    {
        try
        {
            set_default_dtype(float64);
            Assert.Equal(ScalarType.Float64, zeros(1).dtype);
            Assert.Equal(ScalarType.Float64, full(1, 0.5).dtype);
        }
        finally
        {
            set_default_dtype(float32);
        }
        Assert.Throws<ArgumentException>(() => set_default_dtype(int32));
    }

    [Fact]
    public void Numbers_and_arrays_become_tensors_where_one_is_asked_for()
    {
        Tensor number = 3.5f, array = new long[] { 1, 2 };
        Assert.Equal((ScalarType.Float32, ScalarType.Int64), (number.dtype, array.dtype));
        using Tensor t = zeros(2, 2);
        t[0, 1] = 7f;
        t[1] = new[] { 1f, 2 };
        Assert.Equal([0f, 7, 1, 2], t.data<float>().ToArray());
        Assert.Equal(new[] { 1, 0, 0, 1 }, eye(2).@int().data<int>().ToArray());
    }

    // C# turns the literal 0, and no other number, into any enumeration: TorchSharp's overloads read sum(0) as a type, and so do these.
    [Fact]
    public void A_literal_zero_alone_names_a_type_in_sum_and_prod()
    {
        using Tensor t = ones(2, 3);
        Assert.Equal((ScalarType.Byte, 0), (t.sum(0).dtype, t.sum(0).Dimensions));
        Assert.Equal([3L], t.sum(dim: 0).shape);
        Assert.Equal([3L], t.sum(0L).shape);
        Assert.Equal([2L], t.sum(1).shape);
    }
}
