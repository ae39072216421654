namespace GenerativeCourse.Figures;

/// <summary>What can be shown as a picture with a text alternative.</summary>
public interface IPicture
{
    /// <summary>What the picture shows, for those who do not see it; null where nobody said it.</summary>
    string? AltText { get; }

    /// <summary>The picture as a PNG file at twice the CSS density.</summary>
    byte[] ToPng();
}
