namespace GenerativeCourse.Notebooks.Kernel.Output;

/// <summary><see cref="Console.In"/> of a cell: asks the person at the front end, a line at a time; where nobody can answer, it is at its end.</summary>
internal sealed class InputReader(Func<string?> readLine) : TextReader
{
    string line = "";
    int position;

    public override int Peek() => Fill() ? line[position] : -1;

    public override int Read() => Fill() ? line[position++] : -1;

    public override string? ReadLine()
    {
        if (position == line.Length)
            return readLine();
        var rest = line[position..].TrimEnd('\n');
        position = line.Length;
        return rest;
    }

    bool Fill()
    {
        if (position < line.Length)
            return true;
        if (readLine() is not { } next)
            return false;
        (line, position) = (next + "\n", 0);
        return true;
    }
}
