using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace GenerativeCourse.Grading.Keys;

/// <summary>What a release is graded by, and what students never get: inputs, asked expressions and expected values of all tests.</summary>
/// <param name="Format">The form of this file: 1.</param>
/// <param name="Assignment">The release's name.</param>
/// <param name="Notebooks">Its notebooks, by name.</param>
public sealed record AssignmentKey(int Format, string Assignment, IReadOnlyList<KeyNotebook> Notebooks)
{
    /// <summary>The form that is written.</summary>
    public const int CurrentFormat = 1;

    static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    /// <summary>It without all that is hidden: what students may have.</summary>
    public AssignmentKey Visible() => this with { Notebooks = [.. Notebooks.Select(notebook => notebook with { Exercises = [.. notebook.Exercises.Select(exercise => exercise with { Tests = [.. exercise.Tests.Select(test => test.Visible())] })] })] };

    /// <summary>The file's bytes: the same for the same key.</summary>
    public byte[] ToBytes() => [.. JsonSerializer.SerializeToUtf8Bytes(this, Options), (byte)'\n'];

    /// <summary>Reads a key.</summary>
    /// <exception cref="AssignmentException">It is none.</exception>
    public static AssignmentKey Parse(ReadOnlySpan<byte> bytes, string name)
    {
        try
        {
            var key = JsonSerializer.Deserialize<AssignmentKey>(bytes, Options);
            return key is { Format: CurrentFormat, Notebooks: not null } ? key : throw new AssignmentException($"{name} is no key of form {CurrentFormat}: make the release again");
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException or NotSupportedException)
        {
            throw new AssignmentException($"{name} is no key: {wrong.Message.ReplaceLineEndings(" ")}");
        }
    }
}
