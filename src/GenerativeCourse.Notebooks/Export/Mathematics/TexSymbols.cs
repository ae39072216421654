namespace GenerativeCourse.Notebooks.Export.Mathematics;

/// <summary>The commands that stand for one symbol or one upright name.</summary>
static class TexSymbols
{
    /// <summary>Letters that mathematics sets in italics.</summary>
    public static readonly Dictionary<string, string> Letters = Table("""
        alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο
        pi π varpi ϖ rho ρ varrho ϱ sigma σ varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω partial ∂ imath ı jmath ȷ
        varGamma Γ varDelta Δ varTheta Θ varLambda Λ varXi Ξ varPi Π varSigma Σ varPhi Φ varPsi Ψ varOmega Ω
        """);

    /// <summary>Letters and signs that are set upright.</summary>
    public static readonly Dictionary<string, string> Upright = Table("""
        Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω nabla ∇ infty ∞ ell ℓ hbar ℏ Re ℜ Im ℑ aleph ℵ wp ℘
        emptyset ∅ varnothing ∅ forall ∀ exists ∃ nexists ∄ neg ¬ lnot ¬ top ⊤ bot ⊥ angle ∠ triangle △ square □ blacksquare ■ Box □ checkmark ✓
        prime ′ dots … ldots … cdots ⋯ dotsc … dotsb ⋯ dotsm ⋯ vdots ⋮ ddots ⋱ # # $ $ % % & & _ _ degree ° pounds £ S § P ¶ copyright © ast ∗
        clubsuit ♣ diamondsuit ♢ heartsuit ♡ spadesuit ♠ sharp ♯ flat ♭ natural ♮ eth ð surd √
        """);

    /// <summary>Operators between two operands.</summary>
    public static readonly Dictionary<string, string> Binary = Table("""
        pm ± mp ∓ times × div ÷ cdot ⋅ cdotp ⋅ star ⋆ circ ∘ bullet ∙ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ wedge ∧ land ∧ vee ∨ lor ∨ cap ∩ cup ∪
        sqcap ⊓ sqcup ⊔ uplus ⊎ setminus ∖ smallsetminus ∖ wr ≀ diamond ⋄ dagger † ddagger ‡ amalg ⨿ ltimes ⋉ rtimes ⋊ boxplus ⊞ boxtimes ⊠ boxdot ⊡
        """);

    /// <summary>Relations and arrows.</summary>
    public static readonly Dictionary<string, string> Relations = Table("""
        le ≤ leq ≤ leqslant ⩽ ge ≥ geq ≥ geqslant ⩾ ne ≠ neq ≠ ll ≪ gg ≫ lll ⋘ ggg ⋙ equiv ≡ sim ∼ simeq ≃ approx ≈ approxeq ≊ cong ≅ propto ∝ varpropto ∝
        in ∈ notin ∉ ni ∋ subset ⊂ supset ⊃ subseteq ⊆ supseteq ⊇ subsetneq ⊊ supsetneq ⊋ nsubseteq ⊈ sqsubseteq ⊑ sqsupseteq ⊒
        parallel ∥ nparallel ∦ perp ⊥ nmid ∤ vdash ⊢ dashv ⊣ models ⊨ vDash ⊨ prec ≺ succ ≻ preceq ⪯ succeq ⪰ asymp ≍ doteq ≐ triangleq ≜ coloneqq ≔ eqqcolon ≕
        lt < gt > lesssim ≲ gtrsim ≳ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ bowtie ⋈ smile ⌣ frown ⌢ because ∵ therefore ∴
        to → rightarrow → leftarrow ← gets ← leftrightarrow ↔ Rightarrow ⇒ Leftarrow ⇐ Leftrightarrow ⇔ iff ⟺ implies ⟹ impliedby ⟸ mapsto ↦
        longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸ Longleftrightarrow ⟺ longmapsto ⟼
        uparrow ↑ downarrow ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ nearrow ↗ searrow ↘ nwarrow ↖ swarrow ↙ hookrightarrow ↪ hookleftarrow ↩
        rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌ leftrightarrows ⇆ rightarrows ⇉ leadsto ⇝ rightsquigarrow ⇝
        circlearrowleft ↺ circlearrowright ↻ twoheadrightarrow ↠ nrightarrow ↛ multimap ⊸
        """);

    /// <summary>Relations that have a sign of their own for their negation.</summary>
    public static readonly Dictionary<string, string> Negations = Table("""
        = ≠ ∈ ∉ ∋ ∌ < ≮ > ≯ ≤ ≰ ≥ ≱ ≡ ≢ ∼ ≁ ≃ ≄ ≈ ≉ ≅ ≇ ⊂ ⊄ ⊃ ⊅ ⊆ ⊈ ⊇ ⊉ ∥ ∦ | ∤ → ↛ ← ↚ ⇒ ⇏ ∃ ∄ ⊢ ⊬ ⊨ ⊭
        """);

    /// <summary>Large operators whose limits stand above and below in displays.</summary>
    public static readonly Dictionary<string, string> Large = Table("""
        sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigsqcup ⨆ bigoplus ⨁ bigotimes ⨂ bigodot ⨀ biguplus ⨄ bigvee ⋁ bigwedge ⋀
        """);

    /// <summary>Integrals, whose limits stand beside them.</summary>
    public static readonly Dictionary<string, string> Integrals = Table("int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯");

    /// <summary>Named functions.</summary>
    public static readonly HashSet<string> Functions =
    [
        .. "log ln lg exp sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth arg deg dim hom ker".Split(' '),
    ];

    /// <summary>Named functions whose limits stand below them in displays.</summary>
    public static readonly Dictionary<string, string> LimitFunctions = new()
    {
        ["max"] = "max",
        ["min"] = "min",
        ["sup"] = "sup",
        ["inf"] = "inf",
        ["lim"] = "lim",
        ["limsup"] = "lim\u2009sup",
        ["liminf"] = "lim\u2009inf",
        ["det"] = "det",
        ["gcd"] = "gcd",
        ["Pr"] = "Pr",
        ["argmax"] = "arg\u2009max",
        ["argmin"] = "arg\u2009min",
    };

    /// <summary>Commands that may stand after <c>\left</c>, <c>\big</c> and the like.</summary>
    public static readonly Dictionary<string, string> Delimiters = Table("""
        { { } } lbrace { rbrace } lbrack [ rbrack ] langle ⟨ rangle ⟩ lfloor ⌊ rfloor ⌋ lceil ⌈ rceil ⌉ backslash \
        | ‖ Vert ‖ lVert ‖ rVert ‖ vert | lvert | rvert | uparrow ↑ downarrow ↓ Uparrow ⇑ Downarrow ⇓ updownarrow ↕ lt ⟨ gt ⟩ lgroup ⟮ rgroup ⟯
        ulcorner ⌜ urcorner ⌝ llcorner ⌞ lrcorner ⌟
        """);

    /// <summary>Marks over a symbol; the wide ones stretch.</summary>
    public static readonly Dictionary<string, (string Mark, bool Wide)> Accents = new()
    {
        ["hat"] = ("ˆ", false),
        ["widehat"] = ("\u0302", true),
        ["tilde"] = ("˜", false),
        ["widetilde"] = ("~", true),
        ["bar"] = ("¯", false),
        ["overline"] = ("\u203e", true),
        ["vec"] = ("→", false),
        ["overrightarrow"] = ("\u20d7", true),
        ["overleftarrow"] = ("←", true),
        ["overleftrightarrow"] = ("↔", true),
        ["dot"] = ("˙", false),
        ["ddot"] = ("¨", false),
        ["check"] = ("ˇ", false),
        ["breve"] = ("˘", false),
        ["acute"] = ("´", false),
        ["grave"] = ("`", false),
        ["mathring"] = ("˚", false),
        ["overbrace"] = ("⏞", true),
        ["overbracket"] = ("⎴", true),
    };

    /// <summary>Marks under a symbol.</summary>
    public static readonly Dictionary<string, string> Underaccents = new() { ["underline"] = "_", ["underbrace"] = "⏟", ["underbracket"] = "⎵", ["underrightarrow"] = "→" };

    /// <summary>Blank space in em.</summary>
    public static readonly Dictionary<string, string> Spaces = new()
    {
        [","] = "0.1667em",
        ["thinspace"] = "0.1667em",
        [":"] = "0.2222em",
        [">"] = "0.2222em",
        ["medspace"] = "0.2222em",
        [";"] = "0.2778em",
        ["thickspace"] = "0.2778em",
        ["!"] = "-0.1667em",
        ["negthinspace"] = "-0.1667em",
        [" "] = "0.25em",
        ["space"] = "0.25em",
        ["nobreakspace"] = "0.25em",
        ["enspace"] = "0.5em",
        ["quad"] = "1em",
        ["qquad"] = "2em",
    };

    /// <summary>Heights of <c>\big</c> and its kin.</summary>
    public static readonly Dictionary<string, string> Sizes = new() { ["big"] = "1.2em", ["Big"] = "1.8em", ["bigg"] = "2.4em", ["Bigg"] = "3em" };

    static Dictionary<string, string> Table(string pairs)
    {
        var words = pairs.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, words.Length / 2).ToDictionary(i => words[2 * i], i => words[(2 * i) + 1]);
    }
}
