using System.Security.Cryptography;
using System.Text;

namespace GenerativeCourse.Grading.Gradebooks;

/// <summary>Ids of the gradebook's rows: 32 hexadecimal digits, made from what the row is of, so that two runs write the same rows.</summary>
static class GradebookId
{
    /// <summary>The id of a row.</summary>
    public static string Of(params ReadOnlySpan<string> parts) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))).AsSpan(0, 16));
}
