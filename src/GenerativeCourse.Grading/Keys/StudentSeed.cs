using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace GenerativeCourse.Grading.Keys;

/// <summary>Which inputs a student gets, where they differ between students: a hash decides, so that it is the same every time.</summary>
public static class StudentSeed
{
    /// <summary>How many sets of inputs a key holds: each is shown to be sound before any student meets it.</summary>
    public const int Sets = 32;

    /// <summary>The seeds of a notebook's sets.</summary>
    public static IReadOnlyList<int> Of(string notebook) => [.. Enumerable.Range(0, Sets).Select(set => (int)(Hash($"{notebook}\0{set}") & int.MaxValue))];

    /// <summary>Which of <paramref name="sets"/> sets a student gets, from 0.</summary>
    public static int Choose(string student, string assignment, int sets) => (int)(Hash($"{assignment}\0{student}") % (ulong)sets);

    static ulong Hash(string text) => BinaryPrimitives.ReadUInt64LittleEndian(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
