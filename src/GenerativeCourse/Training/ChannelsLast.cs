using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>The layout (N, H, W, C) in memory under the shape (N, C, H, W), in which convolutions are fastest; where the bridge is not there, all stays as it is.</summary>
public static unsafe class ChannelsLast
{
    static readonly delegate* unmanaged<IntPtr, int, IntPtr*, byte*> Contiguous = NativeBridge.IsThere ? (delegate* unmanaged<IntPtr, int, IntPtr*, byte*>)NativeBridge.Export("bridge_contiguous") : null;
    static readonly delegate* unmanaged<IntPtr, IntPtr, byte*> SetData = NativeBridge.IsThere ? (delegate* unmanaged<IntPtr, IntPtr, byte*>)NativeBridge.Export("bridge_set_data") : null;
    const int Format = 2; // c10::MemoryFormat::ChannelsLast

    /// <summary>The images (N, C, H, W) in channels_last.</summary>
    public static Tensor ToChannelsLast(this Tensor images)
    {
        if (Contiguous == null || images.dim() != 4)
            return images.alias();
        IntPtr laid;
        NativeBridge.Check(Contiguous(images.Handle, Format, &laid));
        GC.KeepAlive(images);
        return Tensor.UnsafeCreateTensor(laid);
    }

    /// <summary>Lays out the module's convolution weights in channels_last, in place.</summary>
    public static T ToChannelsLast<T>(this T module) where T : nn.Module
    {
        if (SetData == null)
            return module;
        using IDisposable off = no_grad();
        foreach (TorchSharp.Modules.Parameter parameter in module.parameters())
        {
            if (parameter.dim() != 4)
                continue;
            using Tensor laid = ((Tensor)parameter).ToChannelsLast();
            NativeBridge.Check(SetData(parameter.Handle, laid.Handle));
        }
        return module;
    }
}
