namespace GenerativeCourse.Notebooks.Export.Mathematics;

/// <summary>The kinds of tokens of TeX's mathematics.</summary>
enum TexTokenKind
{
    End,
    Command,
    Character,
    Open,
    Close,
    Superscript,
    Subscript,
    Column,
    Space,
    Parameter,
}

/// <summary>One token; <paramref name="Text"/> is a command's name without its backslash, or the character.</summary>
readonly record struct TexToken(TexTokenKind Kind, string Text);

/// <summary>Cuts TeX into tokens; comments are left out.</summary>
static class TexScanner
{
    public static List<TexToken> Scan(string tex)
    {
        var tokens = new List<TexToken>();
        for (var i = 0; i < tex.Length;)
        {
            var (token, length) = Next(tex, i);
            if (token.Kind != TexTokenKind.End && !(token.Kind == TexTokenKind.Space && tokens is [.., { Kind: TexTokenKind.Space }]))
                tokens.Add(token);
            i += length;
        }
        return tokens;
    }

    static (TexToken Token, int Length) Next(string tex, int i) => tex[i] switch
    {
        '\\' when i + 1 == tex.Length => (new(TexTokenKind.Command, " "), 1),
        '\\' => Command(tex, i + 1),
        '{' => (new(TexTokenKind.Open, "{"), 1),
        '}' => (new(TexTokenKind.Close, "}"), 1),
        '^' => (new(TexTokenKind.Superscript, "^"), 1),
        '_' => (new(TexTokenKind.Subscript, "_"), 1),
        '&' => (new(TexTokenKind.Column, "&"), 1),
        '#' when i + 1 < tex.Length && char.IsAsciiDigit(tex[i + 1]) => (new(TexTokenKind.Parameter, tex[i + 1].ToString()), 2),
        '~' => (new(TexTokenKind.Command, " "), 1),
        '%' => (default, (tex.IndexOf('\n', i) is >= 0 and var end ? end + 1 : tex.Length) - i),
        var c when char.IsWhiteSpace(c) => (new(TexTokenKind.Space, " "), 1),
        _ when char.IsSurrogatePair(tex, i) => (new(TexTokenKind.Character, tex.Substring(i, 2)), 2),
        var c => (new(TexTokenKind.Character, c.ToString()), 1),
    };

    static (TexToken Token, int Length) Command(string tex, int start)
    {
        var end = start;
        while (end < tex.Length && char.IsAsciiLetter(tex[end]))
            end++;
        if (end == start)
        {
            var length = char.IsSurrogatePair(tex, start) ? 2 : 1;
            return (new(TexTokenKind.Command, char.IsWhiteSpace(tex[start]) ? " " : tex.Substring(start, length)), 1 + length);
        }
        // The star is part of these commands' names; elsewhere it is a character.
        if (end < tex.Length && tex[end] == '*' && tex[start..end] is "operatorname" or "hspace" or "DeclareMathOperator" or "tag")
            end++;
        return (new(TexTokenKind.Command, tex[start..end]), end - start + 1);
    }
}
