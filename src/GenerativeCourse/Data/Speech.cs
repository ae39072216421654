using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>Telephone prompts by one speaker with their words: 450 to train on, 50 to test on; prompts with the same words stand on one side. Allison Smith for Asterisk, CC BY-SA 3.0.</summary>
public static class Speech
{
    /// <summary>Samples a second.</summary>
    public const int Rate = 8000;

    /// <summary>Loads the clips, after checking their sha256.</summary>
    /// <exception cref="DatasetException">A file is missing or altered.</exception>
    public static Examples<SpeechClip> Load()
    {
        var manifest = DatasetManifest.Of("speech");
        return Examples<SpeechClip>.Read("Speech", split =>
        {
            using var samplesFile = ArrayFile.Open(manifest, $"{split}-samples.gz");
            using var endsFile = ArrayFile.Open(manifest, $"{split}-ends.gz");
            var (samples, ends) = (samplesFile.Read(), System.Runtime.InteropServices.MemoryMarshal.Cast<byte, int>(endsFile.Read()).ToArray());
            var words = TextFormat.ReadTable(manifest, $"{split}-transcripts.tsv");
            return [.. words.Select((row, clip) => new SpeechClip(row[0], row[1], samples.AsMemory((clip == 0 ? 0 : ends[clip - 1])..ends[clip])))];
        });
    }
}

/// <summary>A recording of one prompt.</summary>
/// <param name="Name">Its name, such as digits/4.</param>
/// <param name="Words">What is said.</param>
/// <param name="Codes">Mu-law bytes, <see cref="Speech.Rate"/> a second.</param>
public sealed record SpeechClip(string Name, string Words, ReadOnlyMemory<byte> Codes)
{
    /// <summary>How long it lasts.</summary>
    public double Seconds => (double)Codes.Length / Speech.Rate;

    /// <summary>The sound as float32 in [-1, 1], (T).</summary>
    public Tensor Wave() => tensor(Array.ConvertAll(Codes.ToArray(), code => MuLaw.Decode(code) / 32768f));

    /// <summary>The sound as 256 levels from the lowest to the highest: int64, (T); see <see cref="MuLaw.Level"/>.</summary>
    public Tensor Levels() => tensor(Array.ConvertAll(Codes.ToArray(), code => (long)MuLaw.Level(code)));

    /// <summary>One line.</summary>
    public override string ToString() => FormattableString.Invariant($"{Name}, {Seconds:F1} s: {Words}");
}
