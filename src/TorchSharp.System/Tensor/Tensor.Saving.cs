namespace TorchSharp;

public static partial class torch
{
    public unsafe partial class Tensor
    {
        /// <summary>Writes the elements' bytes; the tensor must be contiguous and on the CPU.</summary>
        public void WriteBytesToStream(Stream stream, int bufferSize = 1024)
        {
            byte* data = Start(nameof(WriteBytesToStream));
            for (long left = NumberOfElements * ElementSize; left > 0; left -= bufferSize, data += bufferSize)
                stream.Write(new ReadOnlySpan<byte>(data, (int)Math.Min(left, bufferSize)));
            GC.KeepAlive(this);
        }

        /// <summary>Fills the elements with bytes from the stream; the tensor must be contiguous and on the CPU.</summary>
        /// <exception cref="EndOfStreamException">The stream ends before the tensor is full.</exception>
        public void ReadBytesFromStream(Stream stream, int bufferSize = 1024)
        {
            byte* data = Start(nameof(ReadBytesFromStream));
            for (long left = NumberOfElements * ElementSize; left > 0; left -= bufferSize, data += bufferSize)
                stream.ReadExactly(new Span<byte>(data, (int)Math.Min(left, bufferSize)));
            GC.KeepAlive(this);
        }

        byte* Start(string caller)
        {
            if (!is_contiguous() || device_type != DeviceType.CPU)
                throw new InvalidOperationException($"{caller} needs a contiguous tensor on the CPU: call contiguous() or cpu() first");
            Bridge.Check(Bridge.bridge_data(Handle, out IntPtr data));
            return (byte*)data;
        }

        /// <summary>A tensor in TorchSharp's format.</summary>
        public static Tensor Load(BinaryReader reader) => TensorExtensionMethods.Load(reader);

        /// <inheritdoc cref="Load(BinaryReader)"/>
        public static Tensor Load(Stream stream)
        {
            using var reader = new BinaryReader(stream);
            return Load(reader);
        }

        /// <inheritdoc cref="Load(BinaryReader)"/>
        public static Tensor Load(string location) => Load(File.OpenRead(location));
    }
}
