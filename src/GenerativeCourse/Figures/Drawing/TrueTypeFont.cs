using System.Buffers.Binary;
using System.Text;

namespace GenerativeCourse.Figures.Drawing;

/// <summary>Reads what drawing needs of a TrueType font that Fonts/subset.py made: outlines, advances, kerning.</summary>
sealed class TrueTypeFont
{
    readonly byte[] data;
    readonly Dictionary<string, int> tables = [];
    readonly Dictionary<int, int> glyphs = [];
    readonly Dictionary<(int Left, int Right), short> kerning = [];
    readonly bool longOffsets;
    readonly int metrics;

    /// <summary>The text face of the figures.</summary>
    public static TrueTypeFont Regular { get; } = Embedded("NotoSans-Regular-subset.ttf");

    /// <summary>The heavier face, for titles.</summary>
    public static TrueTypeFont SemiBold { get; } = Embedded("NotoSans-SemiBold-subset.ttf");

    TrueTypeFont(byte[] data)
    {
        this.data = data;
        for (int index = 0, at = 12; index < U16(4); index++, at += 16) tables[Encoding.ASCII.GetString(data, at, 4)] = (int)U32(at + 8);
        UnitsPerEm = U16(tables["head"] + 18);
        longOffsets = U16(tables["head"] + 50) == 1;
        metrics = U16(tables["hhea"] + 34);
        ReadCharacters(tables["cmap"]);
        ReadKerning(tables["kern"] + 4);
    }

    public int UnitsPerEm { get; }

    /// <summary>The glyph of a character; 0, an empty box, stands for a character that the font lacks.</summary>
    public int Glyph(Rune character) => glyphs.GetValueOrDefault(character.Value);

    /// <summary>How far the next glyph stands, in font units.</summary>
    public int Advance(int glyph) => U16(tables["hmtx"] + 4 * Math.Min(glyph, metrics - 1));

    /// <summary>The middle of what a glyph draws, in font units from its origin.</summary>
    public double Centre(int glyph) => (I16(tables["glyf"] + Offset(glyph) + 2) + I16(tables["glyf"] + Offset(glyph) + 6)) / 2.0;

    /// <summary>What to add between two glyphs, in font units.</summary>
    public int Kerning(int left, int right) => kerning.GetValueOrDefault((left, right));

    /// <summary>Adds a glyph's curves, y down, each point through <paramref name="place"/> from font units.</summary>
    public void Draw(int glyph, Outline outline, Func<double, double, Point> place, int steps)
    {
        var (start, end) = (Offset(glyph), Offset(glyph + 1));
        if (start == end) return;
        var at = tables["glyf"] + start;
        var contours = I16(at);
        if (contours < 0) throw new InvalidDataException($"Glyph {glyph} is composite; make the font with Fonts/subset.py.");
        at += 10;
        var ends = Enumerable.Range(0, contours).Select(i => (int)U16(at + 2 * i)).ToArray();
        at += 2 * contours;
        at += 2 + U16(at);
        var count = ends[^1] + 1;
        var flags = ReadFlags(ref at, count);
        var xs = ReadCoordinates(ref at, flags, 0x02, 0x10);
        var ys = ReadCoordinates(ref at, flags, 0x04, 0x20);
        var first = 0;
        foreach (var last in ends)
        {
            DrawContour(flags.AsSpan(first..(last + 1)), xs.AsSpan(first..(last + 1)), ys.AsSpan(first..(last + 1)), outline, place, steps);
            first = last + 1;
        }
    }

    // Between two control points of a TrueType contour an end point is implied halfway.
    static void DrawContour(ReadOnlySpan<byte> flags, ReadOnlySpan<int> xs, ReadOnlySpan<int> ys, Outline outline, Func<double, double, Point> place, int steps)
    {
        var count = flags.Length;
        if (count < 3) return;
        var origin = 0;
        while (origin < count && (flags[origin] & 1) == 0) origin++;
        var implied = origin == count;
        if (implied) origin = 0;
        var start = implied ? place((xs[0] + xs[^1]) / 2.0, (ys[0] + ys[^1]) / 2.0) : place(xs[origin], ys[origin]);
        outline.MoveTo(start.X, start.Y);
        Point? control = null;
        for (var step = implied ? 0 : 1; step < (implied ? count : count + 1); step++)
        {
            var at = (origin + step) % count;
            var point = place(xs[at], ys[at]);
            if ((flags[at] & 1) != 0)
            {
                if (control is { } bend) outline.CurveTo(bend, point, steps);
                else outline.LineTo(point.X, point.Y);
                control = null;
            }
            else
            {
                if (control is { } bend) outline.CurveTo(bend, new((bend.X + point.X) / 2, (bend.Y + point.Y) / 2), steps);
                control = point;
            }
        }
        if (control is { } lastBend) outline.CurveTo(lastBend, start, steps);
        outline.Close();
    }

    byte[] ReadFlags(ref int at, int count)
    {
        var flags = new byte[count];
        for (var index = 0; index < count;)
        {
            var flag = data[at++];
            var repeat = (flag & 8) != 0 ? data[at++] : 0;
            for (; repeat >= 0; repeat--) flags[index++] = flag;
        }
        return flags;
    }

    int[] ReadCoordinates(ref int at, byte[] flags, int isByte, int sameOrPositive)
    {
        var values = new int[flags.Length];
        var value = 0;
        for (var index = 0; index < flags.Length; index++)
        {
            var same = (flags[index] & sameOrPositive) != 0;
            if ((flags[index] & isByte) != 0) value += same ? data[at++] : -data[at++];
            else if (!same)
            {
                value += I16(at);
                at += 2;
            }
            values[index] = value;
        }
        return values;
    }

    void ReadCharacters(int at)
    {
        var table = Enumerable.Range(0, U16(at + 2)).Select(i => at + (int)U32(at + 8 + 8 * i)).First(t => U16(t) == 12);
        for (int group = 0, row = table + 16; group < U32(table + 12); group++, row += 12)
            for (uint code = U32(row), glyph = U32(row + 8); code <= U32(row + 4); code++, glyph++)
                glyphs[(int)code] = (int)glyph;
    }

    void ReadKerning(int at)
    {
        for (int pair = 0, row = at + 14; pair < U16(at + 6); pair++, row += 6) kerning[(U16(row), U16(row + 2))] = I16(row + 4);
    }

    int Offset(int glyph) => longOffsets ? (int)U32(tables["loca"] + 4 * glyph) : 2 * U16(tables["loca"] + 2 * glyph);

    ushort U16(int at) => BinaryPrimitives.ReadUInt16BigEndian(data.AsSpan(at));

    short I16(int at) => BinaryPrimitives.ReadInt16BigEndian(data.AsSpan(at));

    uint U32(int at) => BinaryPrimitives.ReadUInt32BigEndian(data.AsSpan(at));

    static TrueTypeFont Embedded(string name)
    {
        using var stream = typeof(TrueTypeFont).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The font {name} is missing from the assembly.");
        var data = new byte[stream.Length];
        stream.ReadExactly(data);
        return new(data);
    }
}
