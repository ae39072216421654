using System.Buffers.Binary;
using System.Text.Encodings.Web;
using System.Text.Json;
using static TorchSharp.torch;

namespace GenerativeCourse.Training;

/// <summary>What a safetensors file says before its data: a length of 8 bytes, then JSON with each tensor's type, shape and place.</summary>
sealed class SafetensorsHeader
{
    /// <summary>The reference refuses longer headers.</summary>
    public const int MaxLength = 100_000_000;

    /// <summary>A tensor and where its bytes lie, counted from the end of the header.</summary>
    public readonly record struct Entry(string Name, ScalarType Type, long[] Shape, long Begin, long End);

    /// <summary>All tensors, in the order of their data.</summary>
    public IReadOnlyList<Entry> Entries { get; }

    /// <summary>The strings that the writer added, such as format: pt.</summary>
    public IReadOnlyDictionary<string, string> Metadata { get; }

    SafetensorsHeader(IReadOnlyList<Entry> entries, IReadOnlyDictionary<string, string> metadata) => (Entries, Metadata) = (entries, metadata);

    /// <summary>Reads and checks a header, and leaves the stream where the data begins.</summary>
    /// <exception cref="FormatException">What is wrong, without the file's name.</exception>
    public static SafetensorsHeader Read(Stream file)
    {
        if (file.Length < 8)
            throw new FormatException($"it has {file.Length} bytes, and a safetensors file begins with 8 that tell the header's length");
        Span<byte> prefix = stackalloc byte[8];
        file.ReadExactly(prefix);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > MaxLength)
            throw new FormatException($"its header would be {length} bytes long, and the format allows {MaxLength}: this is no safetensors file");
        if (length > (ulong)(file.Length - 8))
            throw new FormatException($"its header of {length} bytes runs past the end of the file, which has {file.Length}: it is truncated");
        byte[] json = new byte[length];
        file.ReadExactly(json);
        if (json is not [(byte)'{', ..])
            throw new FormatException("its header does not begin with '{': this is no safetensors file");
        try
        {
            // Duplicate names are looked for below: what is wrong is said with the name.
            using JsonDocument document = JsonDocument.Parse(json);
            return Read(document.RootElement, file.Length - file.Position);
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)  // the latter for a name that is no UTF-8
        {
            throw new FormatException($"its header is no JSON ({error.Message.Split('\n')[0]})");
        }
    }

    static SafetensorsHeader Read(JsonElement root, long dataLength)
    {
        var entries = new List<Entry>();
        var metadata = new Dictionary<string, string>();
        foreach (JsonProperty item in Distinct(root, "its header"))
        {
            if (item.Name == "__metadata__")
                metadata = Strings(item.Value);
            else
                entries.Add(Tensor(item.Name, item.Value));
        }
        entries.Sort((one, other) => (one.Begin, one.End).CompareTo((other.Begin, other.End)));
        CheckPlaces(entries, dataLength);
        return new SafetensorsHeader(entries, metadata);
    }

    // The data of all tensors, one after the other, are the rest of the file: no gap, no overlap, nothing more.
    static void CheckPlaces(List<Entry> entries, long dataLength)
    {
        long end = 0;
        string before = "the header";
        foreach (Entry entry in entries)
        {
            if (entry.Begin < end)
                throw new FormatException($"the data of \"{entry.Name}\" begin at {entry.Begin} and overlap those of {before}, which end at {end}");
            if (entry.Begin > end)
                throw new FormatException($"there is a gap of {entry.Begin - end} bytes between {before} and the data of \"{entry.Name}\"");
            (end, before) = (entry.End, $"\"{entry.Name}\"");
            if (end > dataLength)
                throw new FormatException($"the data of {before} end at {end}, and the file has {dataLength} bytes of data: it is truncated");
        }
        if (end != dataLength)
            throw new FormatException($"the tensors take {end} bytes, and the file has {dataLength} bytes of data");
    }

    static Entry Tensor(string name, JsonElement item)
    {
        string what = $"the header's entry for \"{name}\"";
        Dictionary<string, JsonElement> fields = Distinct(item, what).ToDictionary(field => field.Name, field => field.Value);
        if (fields.Count != 3 || !fields.TryGetValue("dtype", out JsonElement dtype) || !fields.TryGetValue("shape", out JsonElement shape) || !fields.TryGetValue("data_offsets", out JsonElement offsets))
            throw new FormatException($"{what} has {string.Join(", ", fields.Keys)} where dtype, shape and data_offsets belong");
        string type = dtype.ValueKind == JsonValueKind.String ? dtype.GetString()! : throw new FormatException($"{what} has a dtype that is no string");
        var (scalar, bytes) = SafetensorsType.Find(type) ?? throw new FormatException($"\"{name}\" is of type {type}; torch has {SafetensorsType.Names}");
        long[] sizes = Integers(shape, $"the shape of \"{name}\""), places = Integers(offsets, $"the data_offsets of \"{name}\"");
        if (places.Length != 2 || places[0] > places[1])
            throw new FormatException($"the data_offsets of \"{name}\" are [{string.Join(", ", places)}] where a begin and an end belong");
        if (Size(sizes, bytes) is var size && size != places[1] - places[0])
            throw new FormatException($"\"{name}\" of shape [{string.Join(", ", sizes)}] and type {type} takes {(size > long.MaxValue ? "more bytes than a file can have" : $"{size} bytes")}, and its data_offsets span {places[1] - places[0]}");
        return new Entry(name, scalar, sizes, places[0], places[1]);
    }

    static Int128 Size(long[] sizes, int bytes)
    {
        if (sizes.Contains(0))
            return 0;
        Int128 size = bytes;
        foreach (long length in sizes)
            size = size > long.MaxValue ? size : size * length;
        return size;
    }

    static long[] Integers(JsonElement list, string what)
    {
        if (list.ValueKind != JsonValueKind.Array)
            throw new FormatException($"{what} is no list");
        return [.. list.EnumerateArray().Select(item => item.ValueKind == JsonValueKind.Number && item.TryGetInt64(out long value) && value >= 0
            ? value
            : throw new FormatException($"{what} holds {item.GetRawText()}, which is no number of elements or bytes"))];
    }

    static Dictionary<string, string> Strings(JsonElement item) => Distinct(item, "__metadata__").ToDictionary(pair => pair.Name, pair => pair.Value.ValueKind == JsonValueKind.String
        ? pair.Value.GetString()!
        : throw new FormatException($"__metadata__ has {pair.Value.GetRawText()} for \"{pair.Name}\", and holds strings only"));

    static IEnumerable<JsonProperty> Distinct(JsonElement item, string what)
    {
        if (item.ValueKind != JsonValueKind.Object)
            throw new FormatException($"{what} is no object");
        var seen = new HashSet<string>();
        foreach (JsonProperty property in item.EnumerateObject())
            yield return seen.Add(property.Name) ? property : throw new FormatException($"{what} has \"{property.Name}\" twice");
    }

    /// <summary>The bytes of a header for tensors in the order of their data, filled with spaces so that the data begin at a multiple of 8.</summary>
    public static byte[] Write(IEnumerable<(string Name, string Type, long[] Shape, long Begin, long End)> tensors, IReadOnlyDictionary<string, string>? metadata)
    {
        using var text = new MemoryStream();
        text.Write(stackalloc byte[8]);
        using (var json = new Utf8JsonWriter(text, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            if (metadata is { Count: > 0 })
            {
                json.WriteStartObject("__metadata__");
                foreach (var (key, value) in metadata.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                    json.WriteString(key, value);
                json.WriteEndObject();
            }
            foreach (var (name, type, shape, begin, end) in tensors)
            {
                json.WriteStartObject(name);
                json.WriteString("dtype", type);
                Write(json, "shape", shape);
                Write(json, "data_offsets", [begin, end]);
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        while (text.Length % 8 != 0)
            text.WriteByte((byte)' ');
        byte[] header = text.ToArray();
        if (header.Length - 8 > MaxLength)
            throw new ArgumentException($"the header would be {header.Length - 8} bytes long, and the format allows {MaxLength}: there are too many tensors for one file");
        BinaryPrimitives.WriteUInt64LittleEndian(header, (ulong)(header.Length - 8));
        return header;
    }

    static void Write(Utf8JsonWriter json, string name, ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray(name);
        foreach (long number in numbers)
            json.WriteNumberValue(number);
        json.WriteEndArray();
    }
}
