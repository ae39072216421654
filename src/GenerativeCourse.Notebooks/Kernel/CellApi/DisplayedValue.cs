using GenerativeCourse.Notebooks.Kernel;

namespace Microsoft.DotNet.Interactive.Formatting;

/// <summary>Something that was shown, and can be shown anew in the same place.</summary>
public sealed class DisplayedValue
{
    readonly string[] mimeTypes;

    internal DisplayedValue(object? value, string[] mimeTypes)
    {
        Value = value;
        this.mimeTypes = mimeTypes;
    }

    /// <summary>Jupyter's display id.</summary>
    public string DisplayId { get; } = Guid.NewGuid().ToString("N");

    /// <summary>The value shown last.</summary>
    public object? Value { get; private set; }

    /// <summary>Shows another value in place of the one before.</summary>
    public void Update(object? updatedValue)
    {
        Value = updatedValue;
        CSharpKernel.Running.ShowAgain(this, mimeTypes);
    }
}
