using System.Text;
using System.Xml.Linq;

namespace GenerativeCourse.Notebooks.Export.Mathematics;

/// <summary>Arguments, raw and read, and the macros that take them.</summary>
sealed partial class TexParser
{
    /// <summary>The next group or token as one element.</summary>
    XElement Argument()
    {
        SkipSpace();
        if (Ends(Current))
            throw new TexException($"an argument is missing before {Describe(Current)}");
        return Nucleus(single: true)?.Element ?? Argument();
    }

    XElement Argument(bool inDisplay)
    {
        var outer = display;
        display = inDisplay;
        var argument = Argument();
        display = outer;
        return argument;
    }

    XElement Argument(string inAlphabet)
    {
        var outer = alphabet;
        alphabet = inAlphabet;
        var argument = Argument();
        alphabet = outer;
        return argument;
    }

    /// <summary>The tokens of the next group, or the next token, unread.</summary>
    List<TexToken> Tokens()
    {
        SkipSpace();
        if (Current.Kind is TexTokenKind.End or TexTokenKind.Close)
            throw new TexException($"an argument is missing before {Describe(Current)}");
        if (Current.Kind != TexTokenKind.Open)
            return [tokens[position++]];
        var start = ++position;
        for (var open = 1; ; position++)
        {
            open += Current.Kind switch
            {
                TexTokenKind.End => throw new TexException("} is missing before the end"),
                TexTokenKind.Open => 1,
                TexTokenKind.Close => -1,
                _ => 0,
            };
            if (open == 0)
                return tokens[start..position++];
        }
    }

    /// <summary>The tokens of an argument in square brackets; null when there is none.</summary>
    List<TexToken>? OptionalTokens()
    {
        SkipSpace();
        if (Current is not { Kind: TexTokenKind.Character, Text: "[" })
            return null;
        var start = ++position;
        for (var open = 0; open > 0 || Current is not { Kind: TexTokenKind.Character, Text: "]" }; position++)
        {
            open += Current.Kind switch
            {
                TexTokenKind.End => throw new TexException("] is missing before the end"),
                TexTokenKind.Open => 1,
                TexTokenKind.Close => -1,
                _ => 0,
            };
        }
        return tokens[start..position++];
    }

    /// <summary>Reads tokens that were cut out before, here and now.</summary>
    XElement Read(IReadOnlyList<TexToken> cut)
    {
        tokens.InsertRange(position, [new(TexTokenKind.Open, "{"), .. cut, new(TexTokenKind.Close, "}")]);
        return Argument();
    }

    /// <summary>An argument as plain text, such as a name or a length.</summary>
    string Name()
    {
        var name = new StringBuilder();
        foreach (var token in Tokens())
            name.Append(token.Kind == TexTokenKind.Command ? "\\" + token.Text : token.Text);
        return name.ToString().Trim();
    }

    void Define(string command)
    {
        var name = Name().TrimStart('\\');
        var count = 0;
        IReadOnlyList<TexToken>? first = null;
        if (command == "def")
        {
            for (; Current.Kind == TexTokenKind.Parameter; position++)
                count++;
        }
        else if (OptionalTokens() is [{ Kind: TexTokenKind.Character } number] && char.IsAsciiDigit(number.Text[0]))
        {
            count = number.Text[0] - '0';
            first = OptionalTokens();
        }
        IReadOnlyList<TexToken> body = Tokens();
        if (command.StartsWith("DeclareMathOperator", StringComparison.Ordinal))
            body = [new(TexTokenKind.Command, command.EndsWith('*') ? "operatorname*" : "operatorname"), new(TexTokenKind.Open, "{"), .. body, new(TexTokenKind.Close, "}")];
        macros[name] = new TexMacro(count, first, body);
    }

    void Expand(TexMacro macro)
    {
        if (++expansions > MaxExpansions)
            throw new TexException("a macro expands without end");
        var arguments = new List<IReadOnlyList<TexToken>>();
        if (macro.Default is not null)
            arguments.Add(OptionalTokens() ?? macro.Default);
        while (arguments.Count < macro.Arguments)
            arguments.Add(Tokens());
        var expanded = macro.Body.SelectMany(token =>
            token.Kind == TexTokenKind.Parameter && token.Text[0] - '1' < arguments.Count ? arguments[token.Text[0] - '1'] : [token]).ToList();
        tokens.InsertRange(position, expanded);
    }
}
