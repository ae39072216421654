namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>A formula, shown typeset.</summary>
[TypeFormatterSource(typeof(LaTeXStringFormatterSource), PreferredMimeTypes = ["text/latex"])]
public sealed class LaTeXString(string latexCode)
{
    /// <summary>Takes a string as LaTeX.</summary>
    public static implicit operator LaTeXString(string source) => new(source);

    /// <summary>The LaTeX source.</summary>
    public override string ToString() => latexCode;
}

/// <summary>How <see cref="LaTeXString"/> is shown.</summary>
public sealed class LaTeXStringFormatterSource : ITypeFormatterSource
{
    /// <inheritdoc/>
    public IEnumerable<ITypeFormatter> CreateTypeFormatters() =>
        [new LaTeXFormatter(), new PlainTextFormatter<LaTeXString>(value => value.ToString())];

    sealed class LaTeXFormatter : ITypeFormatter
    {
        public string MimeType => "text/latex";

        public Type Type => typeof(LaTeXString);

        public bool Format(object instance, FormatContext context)
        {
            var source = instance.ToString()!;
            context.Writer.Write(IsDelimited(source) ? source : $"$${source}$$");
            return true;
        }

        // Front ends typeset what stands between delimiters, or is an environment, and show the rest as it is.
        static bool IsDelimited(string source) => source.Contains('$') || source.TrimStart().StartsWith(@"\begin{", StringComparison.Ordinal)
            || source.Contains(@"\(") && source.Contains(@"\)") || source.Contains(@"\[") && source.Contains(@"\]");
    }
}
