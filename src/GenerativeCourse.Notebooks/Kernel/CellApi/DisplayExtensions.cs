using GenerativeCourse.Notebooks.Kernel;
using Microsoft.DotNet.Interactive.Formatting;
using Microsoft.DotNet.Interactive.Formatting.TabularData;

namespace System;

/// <summary>Shows values from anywhere in a cell or in a library that it calls.</summary>
public static class DisplayExtensions
{
    /// <summary>Shows a value, as the MIME types given or as those preferred for its type; the answer updates what is shown.</summary>
    public static DisplayedValue Display(this object? value, params string[] mimeTypes) => CSharpKernel.Running.Show(value, mimeTypes);

    /// <summary>Shows text that is already of a MIME type, e.g. markup of <c>text/html</c> or base64 of <c>image/png</c>.</summary>
    public static DisplayedValue DisplayAs(this string value, string mimeType) => CSharpKernel.Running.Show(new FormattedValue(mimeType, value), []);

    /// <summary>Shows a sequence as a table, a row an item.</summary>
    public static DisplayedValue DisplayTable<T>(this IEnumerable<T>? value, params string[] mimeTypes) =>
        value is null ? Display(null, mimeTypes) : value.ToTabularDataResource().Display(mimeTypes);
}
