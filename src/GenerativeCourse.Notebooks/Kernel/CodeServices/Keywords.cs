namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>C#'s words, by where they may stand.</summary>
internal static class Keywords
{
    /// <summary>Names of types.</summary>
    public static IReadOnlyList<string> Types { get; } =
    [
        "bool", "byte", "char", "decimal", "double", "dynamic", "float", "int", "long", "nint", "nuint", "object", "sbyte", "short", "string", "uint", "ulong", "ushort",
    ];

    /// <summary>What begins or joins expressions.</summary>
    public static IReadOnlyList<string> Expressions { get; } =
    [
        "and", "as", "await", "base", "checked", "default", "delegate", "false", "from", "in", "is", "nameof", "new", "not", "null", "or", "out", "ref", "sizeof", "stackalloc",
        "static", "switch", "this", "throw", "true", "typeof", "unchecked", "when", "with", "where", "select", "orderby", "ascending", "descending", "group", "by", "into", "join", "let",
    ];

    /// <summary>What begins statements and declarations.</summary>
    public static IReadOnlyList<string> Statements { get; } =
    [
        "abstract", "async", "break", "case", "catch", "class", "const", "continue", "do", "else", "enum", "event", "explicit", "extern", "file", "finally", "fixed", "for", "foreach",
        "get", "goto", "if", "implicit", "init", "interface", "internal", "lock", "namespace", "operator", "override", "params", "partial", "private", "protected", "public",
        "readonly", "record", "required", "return", "scoped", "sealed", "set", "struct", "try", "unsafe", "using", "var", "virtual", "void", "volatile", "while", "yield",
    ];
}
