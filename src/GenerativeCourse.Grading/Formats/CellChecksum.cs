using System.Security.Cryptography;
using System.Text;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Formats;

/// <summary>nbgrader's checksum of a cell. It has no salt: it shows that a cell was changed by accident, and nothing to somebody who means to.</summary>
public static class CellChecksum
{
    /// <summary>The checksum, 32 hexadecimal digits.</summary>
    public static string Of(NotebookCell cell, GradedCell marks)
    {
        var text = new StringBuilder(cell.Source)
            .Append(cell.Kind switch { CellKind.Code => "code", CellKind.Markdown => "markdown", _ => "raw" })
            .Append(marks.Grade).Append(marks.Solution).Append(marks.IsLocked) // "True" and "False", as Python writes them
            .Append(marks.GradeId);
        if (marks.Grade)
            text.Append(PythonFloat.Repr(marks.Points));
        return Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text.ToString())));
    }
}
