namespace GenerativeCourse.Notebooks.Worker;

/// <summary>Reads lines of bytes and holds at most <paramref name="limit"/> bytes of one; of a longer line only the length is kept.</summary>
sealed class LineReader(Stream stream, int limit)
{
    byte[] buffer = new byte[1 << 16];
    int start;
    int end;

    /// <summary>The next line without its end, valid until the next call; false at the stream's end. <paramref name="length"/> exceeds the limit for a line that was dropped.</summary>
    public bool Read(out ReadOnlySpan<byte> line, out long length)
    {
        var scanned = start;
        long dropped = 0;
        while (true)
        {
            var found = buffer.AsSpan(scanned..end).IndexOf((byte)'\n');
            if (found >= 0)
            {
                length = dropped + scanned + found - start;
                line = dropped > 0 ? default : buffer.AsSpan(start..(scanned + found));
                start = scanned + found + 1;
                return true;
            }
            if (dropped > 0 || end - start > limit)
            {
                dropped += end - start;
                start = end;
            }
            MakeRoom();
            scanned = end;
            var read = stream.Read(buffer, end, buffer.Length - end);
            if (read == 0)
            {
                line = default;
                length = 0;
                return false;
            }
            end += read;
        }
    }

    void MakeRoom()
    {
        if (start > 0)
        {
            buffer.AsSpan(start..end).CopyTo(buffer);
            (start, end) = (0, end - start);
        }
        if (end == buffer.Length)
            Array.Resize(ref buffer, (int)Math.Min(buffer.Length * 2L, Array.MaxLength));
    }
}
