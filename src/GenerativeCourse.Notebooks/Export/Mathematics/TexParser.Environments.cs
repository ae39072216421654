using System.Text;
using System.Xml.Linq;

namespace GenerativeCourse.Notebooks.Export.Mathematics;

/// <summary>Matrices, cases, alignments, and text within formulas.</summary>
sealed partial class TexParser
{
    static readonly Dictionary<string, (string Left, string Right)> Matrices = new()
    {
        ["matrix"] = ("", ""),
        ["smallmatrix"] = ("", ""),
        ["array"] = ("", ""),
        ["pmatrix"] = ("(", ")"),
        ["bmatrix"] = ("[", "]"),
        ["Bmatrix"] = ("{", "}"),
        ["vmatrix"] = ("|", "|"),
        ["Vmatrix"] = ("‖", "‖"),
        ["cases"] = ("{", ""),
        ["dcases"] = ("{", ""),
        ["rcases"] = ("", "}"),
    };

    XElement Environment()
    {
        var name = Name();
        var kind = name.TrimEnd('*');
        var aligned = kind is "align" or "aligned" or "alignat" or "alignedat" or "split" or "eqnarray" or "gather" or "gathered" or "equation" or "multline" or "displaymath";
        if (!aligned && !Matrices.ContainsKey(kind))
            throw new TexException($"\\begin{{{name}}} is not understood");
        var columns = kind switch
        {
            "array" => Name(),
            "cases" or "dcases" or "rcases" => "l",
            "align" or "aligned" or "alignat" or "alignedat" or "split" => "rl",
            "eqnarray" => "rcl",
            _ => "c",
        };
        if (kind is "alignat" or "alignedat")
            _ = Name();
        if (kind is "aligned" or "gathered" or "alignedat")
            _ = OptionalTokens();
        var outer = display;
        display = aligned || kind == "dcases";
        var (rows, lines) = Rows();
        display = outer;
        Expect(TexTokenKind.Command, "end");
        if (Name() is var end && end != name)
            throw new TexException($"\\end{{{end}}} closes \\begin{{{name}}}");
        var table = Table(rows, columns, aligned || kind == "dcases", lines, repeat: kind != "array");
        if (kind == "smallmatrix")
            table.SetAttributeValue("scriptlevel", "1");
        var (left, right) = Matrices.GetValueOrDefault(kind, ("", ""));
        return left.Length + right.Length == 0
            ? table
            : new XElement("mrow", MathMl.Fence(left, "prefix"), table, MathMl.Fence(right, "postfix"));
    }

    XElement Substack()
    {
        Expect(TexTokenKind.Open, "{");
        var (rows, _) = Rows();
        Expect(TexTokenKind.Close, "}");
        var table = Table(rows, "c", aligned: false);
        table.SetAttributeValue("class", "substack");
        return table;
    }

    // Rows of cells up to what ends the table; a row with a line above it is counted in the second list.
    (List<List<List<Atom>>> Rows, List<int> Lines) Rows()
    {
        var rows = new List<List<List<Atom>>> { new() };
        var lines = new List<int>();
        while (true)
        {
            SkipSpace();
            while (Current is { Kind: TexTokenKind.Command, Text: "hline" or "toprule" or "midrule" or "bottomrule" })
            {
                lines.Add(rows.Count - 1);
                position++;
                SkipSpace();
            }
            rows[^1].Add(List());
            if (Current.Kind == TexTokenKind.Column)
            {
                position++;
            }
            else if (Current is { Kind: TexTokenKind.Command, Text: "\\" or "cr" })
            {
                position++;
                if (Current is { Kind: TexTokenKind.Character, Text: "[" })
                    _ = OptionalTokens(); // Extra room between rows.
                rows.Add([]);
            }
            else
            {
                break;
            }
        }
        // A line end after the last row begins no new one.
        if (rows is [.., _, [[]]])
            rows.RemoveAt(rows.Count - 1);
        return (rows, lines);
    }

    // Columns are written as for an array: l, c and r, with | between them for a line.
    XElement Table(List<List<List<Atom>>> rows, string columns, bool aligned, List<int>? lines = null, bool repeat = true)
    {
        var places = new List<string>();
        foreach (var column in columns.Where(c => c is 'l' or 'c' or 'r' or '|'))
        {
            if (column != '|')
                places.Add(column.ToString());
            else if (places.Count > 0)
                places[^1] += " barred";
        }
        return new XElement("mtable",
            aligned ? new XAttribute("displaystyle", "true") : null,
            new XAttribute("class", aligned ? "aligned" : "matrix"),
            rows.Select((row, number) => new XElement("mtr",
                lines?.Contains(number) == true ? new XAttribute("class", "ruled") : null,
                row.Select((cell, column) => new XElement("mtd",
                    new XAttribute("class", repeat ? places[column % places.Count] : places.ElementAtOrDefault(column) ?? "c"),
                    Continues(column, columns, aligned) ? Continued(cell) : [Row(cell)])))));
    }

    // After a column mark of an alignment a relation stands between two operands, though one is in another cell.
    static bool Continues(int column, string columns, bool aligned) => aligned && column > 0 && columns != "c";

    IEnumerable<XElement> Continued(List<Atom> cell)
    {
        var operand = new XElement("mrow");
        return cell.Count == 0 ? [] : Row([new Atom(operand), .. cell]).Elements();
    }

    XElement TextArgument(string command)
    {
        var parts = new List<XElement>();
        var text = new StringBuilder();
        var content = Tokens();
        for (var i = 0; i < content.Count; i++)
        {
            if (content[i] is { Kind: TexTokenKind.Character, Text: "$" })
            {
                var end = content.FindIndex(i + 1, token => token is { Kind: TexTokenKind.Character, Text: "$" });
                if (end < 0)
                    throw new TexException("$ is missing");
                Flush();
                parts.Add(Script(content[(i + 1)..end]));
                i = end;
                continue;
            }
            text.Append(content[i] switch
            {
                { Kind: TexTokenKind.Open or TexTokenKind.Close } => "",
                { Kind: TexTokenKind.Space } or { Kind: TexTokenKind.Command, Text: " " or "," or ";" or "quad" } => "\u00A0",
                { Kind: TexTokenKind.Command } named => TexSymbols.Upright.GetValueOrDefault(named.Text, named.Text is "textbf" or "textit" or "text" or "emph" ? "" : named.Text),
                var plain => plain.Text,
            });
        }
        Flush();
        return parts is [var only] ? only : new XElement("mrow", parts);

        void Flush()
        {
            if (text.Length == 0)
                return;
            var alphabetOfText = command switch { "textbf" => "bold", "textit" => "italic", "texttt" => "monospace", "textsf" => "sans-serif", _ => "normal" };
            parts.Add(MathMl.Text(MathAlphabet.Map(text.ToString().Replace('\'', '’').Replace("``", "“", StringComparison.Ordinal), alphabetOfText)));
            text.Clear();
        }
    }
}
