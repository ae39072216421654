using System.Text;

namespace GenerativeCourse.Notebooks.Worker;

/// <summary>Reads a worker's standard output or error as UTF-8 text and takes out the marks that end cells.</summary>
sealed class MarkedTextReader
{
    readonly byte[] mark;
    readonly Action<string> text;
    readonly Action marked;
    readonly Decoder decoder = Encoding.UTF8.GetDecoder();

    public MarkedTextReader(string mark, Action<string> text, Action marked)
    {
        this.mark = [StandardMarks.Fence, .. Encoding.ASCII.GetBytes(mark), StandardMarks.Fence];
        this.text = text;
        this.marked = marked;
    }

    /// <summary>Reads to the stream's end.</summary>
    public void ReadAll(Stream stream)
    {
        var buffer = new byte[1 << 16];
        var held = 0;
        while (stream.Read(buffer, held, buffer.Length - held) is > 0 and var read)
        {
            var rest = Take(buffer.AsSpan(0, held + read));
            rest.CopyTo(buffer);
            held = rest.Length;
        }
        Emit(buffer.AsSpan(0, held), flush: true);
    }

    // Passes on all but what may be the beginning of a mark.
    Span<byte> Take(Span<byte> bytes)
    {
        for (int at; (at = bytes.IndexOf(mark)) >= 0; bytes = bytes[(at + mark.Length)..])
        {
            Emit(bytes[..at], flush: false);
            marked();
        }
        var tail = Math.Max(0, bytes.Length - mark.Length + 1);
        var fence = bytes[tail..].IndexOf(StandardMarks.Fence);
        while (fence >= 0 && !mark.AsSpan().StartsWith(bytes[(tail + fence)..]))
        {
            tail += fence + 1;
            fence = bytes[tail..].IndexOf(StandardMarks.Fence);
        }
        var whole = fence < 0 ? bytes.Length : tail + fence;
        Emit(bytes[..whole], flush: false);
        return bytes[whole..];
    }

    void Emit(ReadOnlySpan<byte> bytes, bool flush)
    {
        var characters = new char[decoder.GetCharCount(bytes, flush)];
        if (decoder.GetChars(bytes, characters, flush) > 0)
            text(new string(characters));
    }
}
