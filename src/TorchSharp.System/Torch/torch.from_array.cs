using System.Runtime.InteropServices;

namespace TorchSharp;

public static unsafe partial class torch
{
    /// <summary>A tensor over the array's own memory, which stays in place as long as the tensor lives: writing to one writes to the other.</summary>
    /// <exception cref="NotSupportedException">The element type is none that a tensor has.</exception>
    public static Tensor from_array(Array rawArray, Device? device = null) =>
        from_array(rawArray, ToScalarType(rawArray.GetType().GetElementType()!), device ?? CPU);

    /// <inheritdoc cref="from_array(Array, Device?)"/>
    public static Tensor from_array(Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        ScalarType given = ToScalarType(rawArray.GetType().GetElementType()!);
        // The tuple of floats is no type that .NET pins; it is copied, as in TorchSharp.
        Tensor made = given == ScalarType.ComplexFloat32
            ? FromData(Flat<(float, float)>(rawArray), Lengths(rawArray), null, CPU, false)
            : Pinned(rawArray, Lengths(rawArray), 0, given);
        device = InitializeDevice(device);
        if ((dtype ?? given) != given || device.type != DeviceType.CPU)
            made = made.to(dtype ?? given, device, disposeAfter: true);
        return Made(made, requires_grad, names);
    }

    public static Tensor as_tensor(Array data, ScalarType? dtype = null, Device? device = null) => from_array(data, dtype, device);

    /// <summary>The tensor itself anew, or converted where type or device differ.</summary>
    public static Tensor as_tensor(Tensor data, ScalarType? dtype = null, Device? device = null) =>
        (dtype ?? data.dtype) == data.dtype && (device is null || Same(device, data.device))
            ? data.alias()
            : data.to(dtype ?? data.dtype, device ?? data.device).requires_grad_(data.requires_grad);

    /// <summary>A vector over count elements of the array from offset on, all that follow by default; memory is shared.</summary>
    public static Tensor frombuffer(Array rawArray, ScalarType dtype, long count = -1, long offset = 0, bool requires_grad = false)
    {
        if (offset < 0 || offset >= rawArray.LongLength)
            throw new ArgumentException($"offset {offset} is outside the array of {rawArray.LongLength} elements");
        count = count < 0 ? rawArray.LongLength - offset : count;
        if (count > rawArray.LongLength - offset)
            throw new IndexOutOfRangeException($"{count} elements from offset {offset} are more than the array's {rawArray.LongLength}");
        ScalarType given = ToScalarType(rawArray.GetType().GetElementType()!);
        if (given == ScalarType.ComplexFloat32)
            throw new NotSupportedException("frombuffer cannot share an array of (float, float); use torch.tensor, which copies");
        Tensor made = Pinned(rawArray, [count], offset, given);
        return Made(given == dtype ? made : made.to(dtype, disposeAfter: true), requires_grad);
    }

    static bool Same(Device one, Device other) => one.type == other.type && (one.index == other.index || one.index < 0 || other.index < 0);

    static Tensor Pinned(Array array, long[] shape, long offset, ScalarType dtype)
    {
        GCHandle pin = GCHandle.Alloc(array, GCHandleType.Pinned);
        try
        {
            fixed (long* sizes = shape)
            {
                Bridge.Check(Bridge.bridge_from_pinned((byte*)pin.AddrOfPinnedObject() + offset * dtype.ElementSize(), sizes, shape.Length, (int)dtype, &Unpin, GCHandle.ToIntPtr(pin), out IntPtr made));
                return new Tensor(made);
            }
        }
        catch
        {
            pin.Free();
            throw;
        }
    }

    [UnmanagedCallersOnly]
    static void Unpin(IntPtr pin) => GCHandle.FromIntPtr(pin).Free();
}
