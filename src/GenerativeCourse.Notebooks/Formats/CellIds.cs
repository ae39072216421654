using System.Security.Cryptography;
using System.Text;

namespace GenerativeCourse.Notebooks.Formats;

/// <summary>Gives ids to cells that lack one: from the cell's content, so that the same file always gets the same ids.</summary>
static class CellIds
{
    /// <summary>Sets the missing and repeated ids of <paramref name="cells"/>; the first bearer of an id keeps it.</summary>
    public static void Complete(IReadOnlyList<NotebookCell> cells)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        var unnamed = cells.Where(cell => cell.Node["id"] is null || !taken.Add(cell.Id)).ToList();
        foreach (var cell in unnamed)
        {
            for (var occurrence = 0; ; occurrence++)
            {
                var content = $"{cell.Kind}\0{cell.Source}\0{occurrence}";
                cell.Id = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content)).AsSpan(0, 4));
                if (taken.Add(cell.Id))
                    break;
            }
        }
    }
}
