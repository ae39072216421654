namespace GenerativeCourse.Notebooks.Kernel.Languages;

/// <summary>A stretch of a cell in one language, or one magic command.</summary>
/// <param name="Language">The language's name in lower case, e.g. <c>csharp</c>: of a magic, the one that it acts on.</param>
internal abstract record CellPart(string Language)
{
    /// <summary>Source in a language.</summary>
    /// <param name="Language">Its language.</param>
    /// <param name="Arguments">What stands after the magic that switched to it.</param>
    /// <param name="Code">The source, after as many empty lines as stand before it in the cell, so that lines keep their numbers.</param>
    public sealed record Source(string Language, string Arguments, string Code) : CellPart(Language)
    {
        /// <summary>The source without the empty lines before it.</summary>
        public string Text => Code.TrimStart('\n');
    }

    /// <summary>A magic command, e.g. <c>#!time</c>.</summary>
    /// <param name="Language">The language around it.</param>
    /// <param name="Name">Its name in lower case, without <c>#!</c>.</param>
    /// <param name="Arguments">The rest of its line.</param>
    /// <param name="Line">Its line in the cell, from 1.</param>
    public sealed record Magic(string Language, string Name, string Arguments, int Line) : CellPart(Language);
}
