using System.Security.Cryptography;
using System.Text;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Grading.Submissions;

namespace GenerativeCourse.Grading.Collecting;

/// <summary>Where one student's submission lies.</summary>
/// <param name="Student">The student's id.</param>
/// <param name="Files">The notebooks' files by their names without the ending.</param>
/// <param name="Timestamp">When it was handed in; null where nothing says so.</param>
public sealed record SubmittedFiles(string Student, IReadOnlyDictionary<string, string> Files, DateTimeOffset? Timestamp)
{
    // A file too large to be graded is not read whole, only as far as shows that it is too large.
    const int Most = 32_000_000;

    /// <summary>Reads it.</summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    public Submission Read() => new(Student, Files.ToDictionary(file => file.Key, file => Read(file.Value)), Timestamp);

    /// <summary>What its grades depend on: a new one means that it has to be graded anew.</summary>
    public static string Fingerprint(Submission submission, AssignmentKey key)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(SHA256.HashData(key.ToBytes()));
        hash.AppendData(Encoding.UTF8.GetBytes($"{submission.Student}\0{submission.Timestamp:O}"));
        foreach (var (name, bytes) in submission.Notebooks.OrderBy(entry => entry.Key, StringComparer.Ordinal))
        {
            hash.AppendData(SHA256.HashData(Encoding.UTF8.GetBytes(name)));
            hash.AppendData(SHA256.HashData(bytes));
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    static byte[] Read(string file)
    {
        using var stream = File.OpenRead(file);
        var bytes = new byte[Math.Min(stream.Length, Most)];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
