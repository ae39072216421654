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

        /// <summary>Writes a file in libtorch's own format, which torch.jit.load in Python reads; whole or not at all.</summary>
        public void save(string location)
        {
            string beside = $"{location}.{Environment.ProcessId}.tmp";
            Bridge.Check(Bridge.bridge_save(Handle, beside));
            GC.KeepAlive(this);
            File.Move(beside, location, overwrite: true);
        }

        /// <summary>Reads what save wrote.</summary>
        /// <exception cref="FileNotFoundException">There is no such file.</exception>
        public static Tensor load(string location)
        {
            if (!File.Exists(location))
                throw new FileNotFoundException($"there is no file {location} to load a tensor from", location);
            Bridge.Check(Bridge.bridge_load(location, out IntPtr made));
            return new Tensor(made);
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

    public static void save(Tensor t, string location) => t.save(location);

    public static Tensor load(string location) => Tensor.load(location);
}
