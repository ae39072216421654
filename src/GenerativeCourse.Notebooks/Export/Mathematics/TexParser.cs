using System.Xml.Linq;

namespace GenerativeCourse.Notebooks.Export.Mathematics;

/// <summary>Reads one formula: lists of atoms, their scripts and groups. Commands and environments are in the other parts of this class.</summary>
sealed partial class TexParser
{
    const int MaxExpansions = 10_000;
    const int MaxDepth = 200;
    readonly List<TexToken> tokens;
    readonly Dictionary<string, TexMacro> macros;
    readonly Action<string> problem;
    int position;
    int expansions;
    int depth;
    bool display;
    bool inScript;
    string? alphabet;

    public TexParser(string tex, bool display, Dictionary<string, TexMacro> macros, Action<string> problem)
    {
        tokens = TexScanner.Scan(tex);
        this.display = display;
        this.macros = macros;
        this.problem = problem;
    }

    TexToken Current => position < tokens.Count ? tokens[position] : default;

    public XElement Parse()
    {
        var (rows, _) = Rows();
        if (Current.Kind != TexTokenKind.End)
            throw new TexException($"there is a {Describe(Current)} too many");
        return rows is [[var single]] ? Row(single) : Table(rows, "rl", aligned: true);
    }

    XElement Row(IReadOnlyList<Atom> atoms) => MathMl.Row(atoms, inScript);

    // A row of a table, or the whole formula, ends at a token that only its caller knows what to do with.
    List<Atom> List()
    {
        Enter();
        var (outerDisplay, outerAlphabet) = (display, alphabet);
        var atoms = new List<Atom>();
        while (!Ends(Current))
        {
            if (Current is { Kind: TexTokenKind.Command, Text: "displaystyle" or "textstyle" or "scriptstyle" or "scriptscriptstyle" } style)
            {
                position++;
                display = style.Text == "displaystyle";
                var rest = new XElement("mstyle", new XAttribute("displaystyle", display ? "true" : "false"));
                if (style.Text.StartsWith("script", StringComparison.Ordinal))
                    rest.SetAttributeValue("scriptlevel", style.Text == "scriptstyle" ? "1" : "2");
                rest.Add(Row(List()));
                atoms.Add(new Atom(rest));
            }
            else if (Current is { Kind: TexTokenKind.Command, Text: "over" or "choose" or "atop" } infix)
            {
                position++;
                var below = List();
                atoms = [infix.Text == "choose" ? Binomial(Row(atoms), Row(below)) : Fraction(Row(atoms), Row(below), infix.Text == "atop" ? "0" : null)];
            }
            else if (Atom() is { } atom)
            {
                atoms.Add(atom);
            }
        }
        (display, alphabet) = (outerDisplay, outerAlphabet);
        depth--;
        return atoms;
    }

    void Enter()
    {
        if (++depth > MaxDepth)
            throw new TexException("too much is nested");
    }

    static bool Ends(TexToken token) => token.Kind is TexTokenKind.End or TexTokenKind.Close or TexTokenKind.Column
        || token is { Kind: TexTokenKind.Command, Text: "right" or "end" or "\\" or "cr" or "middle" };

    // An atom with its scripts; null for what draws nothing.
    Atom? Atom()
    {
        var nucleus = Current is { Kind: TexTokenKind.Superscript or TexTokenKind.Subscript } or { Kind: TexTokenKind.Character, Text: "'" } ? new Atom(new XElement("mrow")) : Nucleus();
        if (nucleus is null)
            return null;
        var limits = nucleus.Limits == Limits.Always || (nucleus.Limits == Limits.InDisplays && display);
        XElement? below = null, above = null;
        var primes = "";
        while (true)
        {
            SkipSpace();
            if (Current is { Kind: TexTokenKind.Command, Text: "limits" or "nolimits" } placement)
            {
                position++;
                limits = placement.Text == "limits";
            }
            else if (Current is { Kind: TexTokenKind.Character, Text: "'" or "′" })
            {
                position++;
                primes += "′";
            }
            else if (Current.Kind == TexTokenKind.Subscript && below is null)
            {
                below = Script();
            }
            else if (Current.Kind == TexTokenKind.Superscript && above is null)
            {
                above = Script();
            }
            else
            {
                break;
            }
        }
        if (Current.Kind is TexTokenKind.Subscript or TexTokenKind.Superscript)
            throw new TexException($"a second {(Current.Kind == TexTokenKind.Subscript ? "subscript" : "superscript")} follows the first");
        // A prime is drawn raised already, and not as a superscript.
        if (primes.Length > 0)
            nucleus = nucleus with { Element = new XElement("mrow", nucleus.Element, MathMl.Operator(primes, ("lspace", "0"), ("rspace", "0"))) };
        return below is null && above is null ? nucleus : nucleus with { Element = Scripted(nucleus.Element, below, above, limits), Limits = Limits.Never };
    }

    static XElement Scripted(XElement nucleus, XElement? below, XElement? above, bool limits) => (below, above) switch
    {
        (not null, null) => new XElement(limits ? "munder" : "msub", nucleus, below),
        (null, not null) => new XElement(limits ? "mover" : "msup", nucleus, above),
        _ => new XElement(limits ? "munderover" : "msubsup", nucleus, below, above),
    };

    XElement Script()
    {
        position++;
        return Smaller(Argument);
    }

    XElement Smaller(Func<XElement> read)
    {
        var outer = (display, inScript);
        (display, inScript) = (false, true);
        var script = read();
        (display, inScript) = outer;
        return script;
    }

    // Of an argument without braces only the first digit or letter is meant.
    Atom? Nucleus(bool single = false)
    {
        var token = Current;
        position++;
        Enter();
        var atom = token.Kind switch
        {
            TexTokenKind.Space => null,
            TexTokenKind.Open => Group(),
            TexTokenKind.Command => Command(token.Text),
            TexTokenKind.Parameter => throw new TexException($"#{token.Text} stands outside of a definition"),
            _ => Character(token.Text, single),
        };
        depth--;
        return atom;
    }

    Atom Group()
    {
        var group = List();
        Expect(TexTokenKind.Close, "}");
        return new Atom(MathMl.Group(group, inScript));
    }

    Atom Character(string text, bool single)
    {
        if (char.IsAsciiDigit(text[0]))
            return new Atom(Styled(single ? text : Number(text), number: true));
        if (char.IsLetter(text, 0))
            return new Atom(Styled(single || alphabet is null ? text : Word(text), number: false));
        if (text + Current.Text is ":=" or "=:" && Current.Kind == TexTokenKind.Character)
        {
            position++;
            return new Atom(MathMl.Operator(text == ":" ? "≔" : "≕"), AtomClass.Relation);
        }
        return text switch
        {
            "-" => new Atom(MathMl.Operator("−"), AtomClass.Binary),
            "+" => new Atom(MathMl.Operator("+"), AtomClass.Binary),
            "*" => new Atom(MathMl.Operator("∗"), AtomClass.Binary),
            "=" or "<" or ">" => new Atom(MathMl.Operator(text), AtomClass.Relation),
            ":" => new Atom(MathMl.Operator(":", ("lspace", "0.2778em"), ("rspace", "0.2778em")), AtomClass.Relation),
            "(" or "[" => new Atom(MathMl.Operator(text, ("stretchy", "false")), AtomClass.Open),
            ")" or "]" => new Atom(MathMl.Operator(text, ("stretchy", "false")), AtomClass.Close),
            "!" or "?" => new Atom(MathMl.Operator(text, ("form", "postfix"), ("lspace", "0"), ("rspace", "0")), AtomClass.Close),
            "," or ";" => new Atom(MathMl.Operator(text, ("separator", "true")), AtomClass.Punctuation),
            "|" or "/" => new Atom(MathMl.Operator(text, ("stretchy", "false"), ("lspace", "0"), ("rspace", "0"))),
            "." => new Atom(MathMl.Number(".")),
            _ => new Atom(char.IsSymbol(text, 0) ? MathMl.Operator(text) : MathMl.Text(text)),
        };
    }

    // Digits, and a point between them.
    string Number(string first)
    {
        var number = first;
        while (Current.Kind == TexTokenKind.Character && (char.IsAsciiDigit(Current.Text[0])
            || (Current.Text == "." && position + 1 < tokens.Count && tokens[position + 1] is { Kind: TexTokenKind.Character } next && char.IsAsciiDigit(next.Text[0]))))
            number += tokens[position++].Text;
        return number;
    }

    // In an alphabet of their own, letters side by side are one name.
    string Word(string first)
    {
        var word = first;
        while (Current.Kind == TexTokenKind.Character && char.IsLetter(Current.Text, 0))
            word += tokens[position++].Text;
        return word;
    }

    XElement Styled(string text, bool number) => alphabet switch
    {
        null => number ? MathMl.Number(text) : MathMl.Identifier(text),
        "normal" => number ? MathMl.Number(text) : MathMl.Identifier(text, upright: true),
        _ => number ? MathMl.Number(MathAlphabet.Map(text, alphabet)) : MathMl.Identifier(MathAlphabet.Map(text, alphabet), upright: true),
    };

    void SkipSpace()
    {
        while (Current.Kind == TexTokenKind.Space)
            position++;
    }

    void Expect(TexTokenKind kind, string text)
    {
        if (Current.Kind != kind || Current.Text != text)
            throw new TexException($"{(kind == TexTokenKind.Command ? "\\" : "")}{text} is missing before {Describe(Current)}");
        position++;
    }

    static string Describe(TexToken token) => token.Kind switch
    {
        TexTokenKind.End => "the end",
        TexTokenKind.Command => $"\\{token.Text}",
        _ => token.Text,
    };
}
