namespace GenerativeCourse.Figures.Display;

/// <summary>
/// Names the source of a type's formatters. A .NET notebook kernel looks for an attribute of this name and shape
/// by reflection, so that the library shows its objects without referring to any kernel's package.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
{
    public Type FormatterSourceType { get; } = formatterSourceType;

    /// <summary>The MIME types that are sent, and stored in the notebook.</summary>
    public string[] PreferredMimeTypes { get; set; } = [];
}
