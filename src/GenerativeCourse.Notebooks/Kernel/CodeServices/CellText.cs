using GenerativeCourse.Notebooks.Kernel.Languages;
using GenerativeCourse.Notebooks.Kernel.Scripting;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>A cell as somebody writes it, with its C# set apart from magics and other languages.</summary>
internal sealed class CellText
{
    readonly string cell;
    readonly List<(int Start, int End, string Language)> lines = [];

    /// <summary>Looks at a cell that has C# until a magic says otherwise.</summary>
    public CellText(string cell)
    {
        this.cell = cell;
        var code = cell.ToCharArray();
        var language = "csharp";
        for (int start = 0, end; start <= cell.Length; start = end + 1)
        {
            end = cell.IndexOf('\n', start) is var next and >= 0 ? next : cell.Length;
            var line = cell.AsSpan(start, end - start);
            var isMagic = line.StartsWith("#!");
            if (isMagic)
                language = CellParser.SwitchedTo(line[2..].ToString()) ?? language;
            if (isMagic || language != "csharp")
                code.AsSpan(start, end - start).Fill(' ');
            lines.Add((start, end, isMagic ? "magic" : language));
        }
        Code = new string(code);
        Directives = [];
        Code = CellDirectives.Extract(Code, "", "", Directives);
    }

    /// <summary>The C# with every character in its place: spaces stand for what is none, and <c>#r</c> and <c>#i</c> are comments.</summary>
    public string Code { get; }

    /// <summary>The <c>#r</c> and <c>#i</c> lines.</summary>
    public List<CellDirective> Directives { get; }

    /// <summary>The language at a place; <c>magic</c> on a line that starts with <c>#!</c>.</summary>
    public string LanguageAt(int position) => lines.Last(line => line.Start <= position).Language;

    /// <summary>The line around a place, up to it.</summary>
    public string LineBefore(int position) => cell[lines.Last(line => line.Start <= position).Start..position];

    /// <summary>The whole line around a place.</summary>
    public string LineAt(int position) => lines.Last(line => line.Start <= position) is var line ? cell[line.Start..line.End] : "";

    /// <summary>Whether a cell has anything but C# in it.</summary>
    public bool IsMixed => lines.Any(line => line.Language != "csharp");
}
