using System.Xml.Linq;

namespace GenerativeCourse.Notebooks.Export.Mathematics;

/// <summary>What each command draws.</summary>
sealed partial class TexParser
{
    static readonly Dictionary<string, string> Alphabets = new()
    {
        ["mathrm"] = "normal",
        ["mathup"] = "normal",
        ["mathbf"] = "bold",
        ["bf"] = "bold",
        ["mathit"] = "italic",
        ["boldsymbol"] = "bold-italic",
        ["bm"] = "bold-italic",
        ["pmb"] = "bold-italic",
        ["mathbb"] = "double-struck",
        ["Bbb"] = "double-struck",
        ["mathcal"] = "script",
        ["mathscr"] = "script",
        ["mathfrak"] = "fraktur",
        ["mathsf"] = "sans-serif",
        ["mathtt"] = "monospace",
    };

    Atom? Command(string name)
    {
        if (macros.TryGetValue(name, out var macro))
        {
            Expand(macro);
            return null;
        }
        return Symbol(name) ?? Structure(name);
    }

    Atom? Symbol(string name)
    {
        if (TexSymbols.Letters.TryGetValue(name, out var letter))
            return new Atom(Styled(letter, number: false));
        if (TexSymbols.Upright.TryGetValue(name, out var sign))
            return new Atom(MathMl.Identifier(alphabet is null ? sign : MathAlphabet.Map(sign, alphabet == "bold-italic" ? "bold" : alphabet), upright: true));
        if (TexSymbols.Binary.TryGetValue(name, out var binary))
            return new Atom(MathMl.Operator(binary), AtomClass.Binary);
        if (TexSymbols.Relations.TryGetValue(name, out var relation))
            return new Atom(MathMl.Operator(relation, ("stretchy", "false")), AtomClass.Relation);
        if (TexSymbols.Large.TryGetValue(name, out var large))
            return new Atom(MathMl.Operator(large, ("movablelimits", "false")), AtomClass.Large, Limits.InDisplays);
        if (TexSymbols.Integrals.TryGetValue(name, out var integral))
            return new Atom(MathMl.Operator(integral), AtomClass.Large);
        if (TexSymbols.LimitFunctions.TryGetValue(name, out var limited))
            return new Atom(MathMl.Identifier(limited), AtomClass.Function, Limits.InDisplays);
        if (TexSymbols.Functions.Contains(name))
            return new Atom(MathMl.Identifier(name), AtomClass.Function);
        if (TexSymbols.Spaces.TryGetValue(name, out var width))
            return new Atom(MathMl.Space(width), AtomClass.Space);
        if (TexSymbols.Accents.TryGetValue(name, out var accent))
            return new Atom(new XElement("mover", new XAttribute("accent", "true"), Argument(), MathMl.Operator(accent.Mark, ("stretchy", accent.Wide ? "true" : "false"), ("class", "accent"))), Limits: accent.Mark is "⏞" or "⎴" ? Limits.Always : Limits.Never);
        if (TexSymbols.Underaccents.TryGetValue(name, out var under))
            return new Atom(new XElement("munder", new XAttribute("accentunder", "true"), Argument(), MathMl.Operator(under, ("stretchy", "true"))), Limits: under == "_" ? Limits.Never : Limits.Always);
        if (Alphabets.TryGetValue(name, out var letters))
            return new Atom(Argument(letters));
        if (TexSymbols.Delimiters.TryGetValue(name, out var delimiter))
            return Delimiter(name, delimiter);
        if (name.TrimEnd('l', 'r', 'm') is var size && TexSymbols.Sizes.TryGetValue(size, out var height))
            return Sized(name, height);
        return null;
    }

    static Atom Delimiter(string name, string text)
    {
        var kind = name[0] == 'l' || name is "{" or "ulcorner" ? AtomClass.Open : name[0] == 'r' || name is "}" or "urcorner" ? AtomClass.Close : AtomClass.Ordinary;
        return new Atom(MathMl.Operator(text, ("stretchy", "false"), ("lspace", "0"), ("rspace", "0")), kind);
    }

    Atom? Structure(string name)
    {
        switch (name)
        {
            case "frac": return Fraction(Argument(inDisplay: false), Argument(inDisplay: false));
            case "dfrac" or "cfrac": return Styled(Fraction(Argument(inDisplay: false), Argument(inDisplay: false)), inDisplay: true);
            case "tfrac": return Styled(Fraction(Argument(inDisplay: false), Argument(inDisplay: false)), inDisplay: false);
            case "binom" or "dbinom" or "tbinom": return Binomial(Argument(inDisplay: false), Argument(inDisplay: false));
            case "sqrt": return Root();
            case "left": return Fenced();
            case "mid": return new Atom(MathMl.Operator("|", ("stretchy", "false"), ("lspace", "0.2778em"), ("rspace", "0.2778em")), AtomClass.Relation);
            case "colon": return new Atom(MathMl.Operator(":", ("lspace", "0"), ("rspace", "0.2222em")), AtomClass.Punctuation);
            case "operatorname" or "operatorname*": return new Atom(Operator(), AtomClass.Function, name.EndsWith('*') ? Limits.InDisplays : Limits.Never);
            case "begin": return new Atom(Environment());
            case "overset" or "stackrel": return Stacked("mover");
            case "underset": return Stacked("munder");
            case "xrightarrow" or "xleftarrow": return Arrow(name[1] == 'r' ? "⟶" : "⟵");
            case "substack": return new Atom(Substack());
            case "mathop": return new Atom(Argument(), AtomClass.Function, Limits.InDisplays);
            case "mathbin": return new Atom(Argument(), AtomClass.Binary);
            case "mathrel": return new Atom(Argument(), AtomClass.Relation);
            case "mathord" or "mathinner" or "ensuremath" or "hphantom" or "smash" or "mathclose" or "mathopen": return new Atom(Argument());
            case "bmod": return new Atom(MathMl.Operator("mod", ("lspace", "0.2222em"), ("rspace", "0.2222em")), AtomClass.Binary);
            case "pmod": return new Atom(new XElement("mrow", MathMl.Space("0.4444em"), MathMl.Operator("("), MathMl.Identifier("mod"), MathMl.Space("0.3333em"), Argument(), MathMl.Operator(")")));
            case "phantom" or "vphantom": return new Atom(new XElement("mphantom", Argument()));
            case "boxed": return new Atom(new XElement("mrow", new XAttribute("class", "boxed"), Argument()));
            case "color" or "textcolor": return Coloured(name);
            case "text" or "textrm" or "textnormal" or "mbox" or "textbf" or "textit" or "texttt" or "textsf": return new Atom(TextArgument(name));
            case "hspace" or "hspace*" or "kern" or "mkern" or "hskip" or "mskip": return new Atom(MathMl.Space(Length(Name())), AtomClass.Space);
            case "not": return Negated();
            case "tag" or "tag*": return new Atom(new XElement("mrow", MathMl.Space("2em"), MathMl.Text(name == "tag" ? $"({Name()})" : Name())), AtomClass.Space);
            case "label": _ = Tokens(); return null;
            case "nonumber" or "notag" or "displaylimits" or "allowbreak" or "nobreak" or "mathstrut" or "strut" or "hfill" or "relax" or "limits" or "nolimits": return null;
            case "newcommand" or "renewcommand" or "providecommand" or "def" or "DeclareMathOperator" or "DeclareMathOperator*": Define(name); return null;
            default:
                problem($"\\{name} is not understood");
                return new Atom(new XElement("mtext", new XAttribute("class", "tex-problem"), "\\" + name));
        }
    }

    static Atom Fraction(XElement above, XElement below, string? line = null) =>
        new(new XElement("mfrac", line is null ? null : new XAttribute("linethickness", line), above, below));

    static Atom Binomial(XElement above, XElement below) =>
        new(new XElement("mrow", MathMl.Fence("(", "prefix"), Fraction(above, below, "0").Element, MathMl.Fence(")", "postfix")));

    static Atom Styled(Atom atom, bool inDisplay) =>
        new(new XElement("mstyle", new XAttribute("displaystyle", inDisplay ? "true" : "false"), new XAttribute("scriptlevel", "0"), atom.Element));

    Atom Root()
    {
        var index = OptionalTokens();
        var radicand = Argument();
        return new Atom(index is null ? new XElement("msqrt", radicand) : new XElement("mroot", radicand, Read(index)));
    }

    Atom Fenced()
    {
        var row = new XElement("mrow", MathMl.Fence(Fence(), "prefix"));
        while (true)
        {
            row.Add(Row(List()));
            if (Current is not { Kind: TexTokenKind.Command, Text: "middle" })
                break;
            position++;
            row.Add(MathMl.Operator(Fence(), ("fence", "true"), ("stretchy", "true"), ("lspace", "0.2em"), ("rspace", "0.2em")));
        }
        Expect(TexTokenKind.Command, "right");
        row.Add(MathMl.Fence(Fence(), "postfix"));
        return new Atom(row);
    }

    string Fence()
    {
        SkipSpace();
        var token = Current;
        position++;
        return token switch
        {
            { Kind: TexTokenKind.Character, Text: "." } => "",
            { Kind: TexTokenKind.Character, Text: "<" } => "⟨",
            { Kind: TexTokenKind.Character, Text: ">" } => "⟩",
            { Kind: TexTokenKind.Character, Text: "(" or ")" or "[" or "]" or "|" or "/" } => token.Text,
            { Kind: TexTokenKind.Command } when TexSymbols.Delimiters.TryGetValue(token.Text, out var delimiter) => delimiter,
            _ => throw new TexException($"{Describe(token)} is no delimiter"),
        };
    }

    Atom Sized(string name, string height)
    {
        var kind = name[^1] switch { 'l' => AtomClass.Open, 'r' => AtomClass.Close, 'm' => AtomClass.Relation, _ => AtomClass.Ordinary };
        var space = kind == AtomClass.Relation ? "0.2778em" : "0";
        return new Atom(MathMl.Operator(Fence(), ("stretchy", "true"), ("symmetric", "true"), ("minsize", height), ("maxsize", height), ("lspace", space), ("rspace", space)), kind);
    }

    // A name such as arg max: its letters are one word, its spaces thin ones.
    XElement Operator()
    {
        var name = string.Concat(Tokens().Select(token => token.Kind switch
        {
            TexTokenKind.Space => "",
            TexTokenKind.Command => TexSymbols.Spaces.ContainsKey(token.Text) ? "\u2009" : TexSymbols.Letters.GetValueOrDefault(token.Text) ?? TexSymbols.Upright.GetValueOrDefault(token.Text) ?? "",
            TexTokenKind.Open or TexTokenKind.Close => "",
            _ => token.Text,
        }));
        return MathMl.Identifier(name, upright: true);
    }

    // With a mark above or below, a relation stays one.
    Atom Stacked(string tag)
    {
        var mark = Script(Tokens());
        var stacked = Tokens();
        var relation = stacked is [var only] && (only.Text == "=" || (only.Kind == TexTokenKind.Command && TexSymbols.Relations.ContainsKey(only.Text)));
        var function = stacked is [{ Kind: TexTokenKind.Command, Text: "operatorname" or "max" or "min" or "sup" or "inf" or "lim" }, ..];
        return new Atom(new XElement(tag, relation ? Symbol(stacked[0]).Element : Read(stacked), mark),
            relation ? AtomClass.Relation : function ? AtomClass.Function : AtomClass.Ordinary);
    }

    Atom Symbol(TexToken token) => token.Kind == TexTokenKind.Command ? Symbol(token.Text)! : Character(token.Text, single: true);

    XElement Script(IReadOnlyList<TexToken> cut) => Smaller(() => Read(cut));

    Atom Arrow(string arrow)
    {
        var below = OptionalTokens() is { } cut ? Script(cut) : null;
        var above = Script(Tokens());
        var line = MathMl.Operator(arrow, ("stretchy", "true"));
        return new Atom(below is null ? new XElement("mover", line, above) : new XElement("munderover", line, below, above), AtomClass.Relation);
    }

    Atom Coloured(string name)
    {
        var colour = Name();
        var rest = name == "textcolor" ? Argument() : Row(List());
        return new Atom(new XElement("mstyle", new XAttribute("mathcolor", colour), rest));
    }

    // A stroke through the relation that follows.
    Atom? Negated()
    {
        SkipSpace();
        if (Ends(Current))
            throw new TexException($"\\not stands before {Describe(Current)}");
        var atom = Nucleus(single: true);
        if (atom?.Element.DescendantsAndSelf().LastOrDefault(element => !element.HasElements) is { } core)
            core.Value = TexSymbols.Negations.TryGetValue(core.Value, out var negated) ? negated : core.Value + "\u0338";
        return atom;
    }

    // TeX's mu is an eighteenth of an em.
    static string Length(string length)
    {
        length = length.Replace(" ", "", StringComparison.Ordinal);
        if (length.EndsWith("mu", StringComparison.Ordinal) && double.TryParse(length[..^2], System.Globalization.CultureInfo.InvariantCulture, out var mu))
            return string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{mu / 18:0.####}em");
        return length;
    }
}
