using System.Xml.Linq;

namespace GenerativeCourse.Notebooks.Export.Mathematics;

/// <summary>What TeX's spacing rules ask of a part of a formula.</summary>
enum AtomClass
{
    Ordinary,
    Function,
    Large,
    Binary,
    Relation,
    Open,
    Close,
    Punctuation,
    Space,
}

/// <summary>When scripts stand above and below and not beside.</summary>
enum Limits
{
    Never,
    InDisplays,
    Always,
}

/// <summary>A part of a formula.</summary>
sealed record Atom(XElement Element, AtomClass Class = AtomClass.Ordinary, Limits Limits = Limits.Never);

/// <summary>Makes MathML Core's elements.</summary>
static class MathMl
{
    public static XElement Identifier(string text, bool upright = false) =>
        // A single letter is set in italics unless told otherwise; longer names are upright.
        new("mi", upright && text.Length == 1 ? new XAttribute("mathvariant", "normal") : null, text);

    public static XElement Number(string text) => new("mn", text);

    public static XElement Text(string text) => new("mtext", text);

    public static XElement Space(string width) => new("mspace", new XAttribute("width", width));

    public static XElement Operator(string text, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        var element = new XElement("mo", text);
        foreach (var (name, value) in attributes)
            element.SetAttributeValue(name, value);
        return element;
    }

    /// <summary>A delimiter that grows with what it encloses.</summary>
    public static XElement Fence(string text, string form) =>
        text.Length == 0 ? Space("0.12em")
        // Bars stand closer to what they enclose than brackets do.
        : text is "|" or "‖" ? Operator(text, ("fence", "true"), ("form", form), ("stretchy", "true"), ("lspace", "0.1em"), ("rspace", "0.1em"))
        : Operator(text, ("fence", "true"), ("form", form), ("stretchy", "true"));

    /// <summary>One element for a list: itself when it is one, else a row; a tight one, as in scripts, has no space around operators.</summary>
    public static XElement Row(IReadOnlyList<Atom> atoms, bool tight)
    {
        var elements = Spaced(atoms, tight).ToList();
        return elements.Count == 1 ? elements[0] : new XElement("mrow", elements);
    }

    /// <summary>The inside of braces, which make an operator an ordinary symbol: {=} and {,} have no space around them.</summary>
    public static XElement Group(IReadOnlyList<Atom> atoms, bool tight)
    {
        if (atoms is [{ Element.Name.LocalName: "mo" } only])
        {
            only.Element.SetAttributeValue("lspace", "0");
            only.Element.SetAttributeValue("rspace", "0");
        }
        return Row(atoms, tight);
    }

    // The operator dictionary of MathML spaces operators; names of functions and signs before a number it cannot know.
    static IEnumerable<XElement> Spaced(IReadOnlyList<Atom> atoms, bool tight)
    {
        for (var i = 0; i < atoms.Count; i++)
        {
            var (before, after) = (Neighbour(atoms, i, -1), Neighbour(atoms, i, 1));
            if (atoms[i].Class == AtomClass.Function && before is AtomClass.Ordinary or AtomClass.Close)
                yield return Space("0.1667em");
            if (atoms[i].Class == AtomClass.Binary && IsSign(before, after))
                Unspace(atoms[i].Element).SetAttributeValue("form", "prefix");
            else if (tight && atoms[i].Class is AtomClass.Binary or AtomClass.Relation or AtomClass.Punctuation)
                Unspace(atoms[i].Element);
            yield return atoms[i].Element;
            if (atoms[i].Class == AtomClass.Function && after is AtomClass.Ordinary or AtomClass.Function or AtomClass.Large)
                yield return Space("0.1667em");
        }
    }

    static AtomClass? Neighbour(IReadOnlyList<Atom> atoms, int index, int step)
    {
        for (var i = index + step; i >= 0 && i < atoms.Count; i += step)
        {
            if (atoms[i].Class != AtomClass.Space)
                return atoms[i].Class;
            if (step > 0 || (string?)atoms[i].Element.Attribute("width") is "1em" or "2em")
                break;
        }
        return null;
    }

    static bool IsSign(AtomClass? before, AtomClass? after) =>
        before is null or AtomClass.Binary or AtomClass.Relation or AtomClass.Open or AtomClass.Punctuation or AtomClass.Function or AtomClass.Large
        || after is AtomClass.Relation or AtomClass.Close or AtomClass.Punctuation;

    static XElement Unspace(XElement element)
    {
        var core = element.DescendantsAndSelf("mo").FirstOrDefault() ?? element;
        core.SetAttributeValue("lspace", "0");
        core.SetAttributeValue("rspace", "0");
        return core;
    }
}
