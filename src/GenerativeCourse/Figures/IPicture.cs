using GenerativeCourse.Figures.Drawing;

namespace GenerativeCourse.Figures;

/// <summary>What can be shown as a picture with a text alternative.</summary>
public interface IPicture
{
    /// <summary>What the picture shows, for those who do not see it; null where nobody said it.</summary>
    string? AltText { get; }

    /// <summary>The picture as a PNG file at twice the CSS density.</summary>
    byte[] ToPng();

    internal RasterCanvas Paint();

    /// <summary>An address that holds the picture, in as few bytes as it takes, and the width in CSS pixels.</summary>
    internal (string Address, int Width) Embed();
}
