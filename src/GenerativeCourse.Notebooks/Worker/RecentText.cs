using System.Text;

namespace GenerativeCourse.Notebooks.Worker;

/// <summary>The beginning and the end of a text of any length.</summary>
sealed class RecentText
{
    const int Size = 4 << 10;
    readonly Lock gate = new();
    readonly StringBuilder first = new();
    readonly StringBuilder last = new();

    public void Append(string text)
    {
        lock (gate)
        {
            var taken = Math.Min(Size - first.Length, text.Length);
            first.Append(text, 0, taken);
            last.Append(text, taken, text.Length - taken);
            if (last.Length > Size)
                last.Remove(0, last.Length - Size);
        }
    }

    public void Clear()
    {
        lock (gate)
        {
            first.Clear();
            last.Clear();
        }
    }

    public override string ToString()
    {
        lock (gate)
            return $"{first}{last}";
    }
}
