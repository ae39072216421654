using GenerativeCourse.Data;

namespace GenerativeCourse.Tests.Data;

public sealed class SpeechTests
{
    [Fact]
    public void Clips_have_their_words_and_those_with_the_same_words_stand_on_one_side()
    {
        var speech = Speech.Load();
        Assert.Equal("Speech: 450 to train on, 50 to test on", speech.ToString());
        var all = speech.Train.Concat(speech.Test).ToList();
        Assert.All(all, clip => Assert.InRange(clip.Seconds, 0.3, 5));
        Assert.Empty(speech.Train.Select(Words).Intersect(speech.Test.Select(Words)));
        Assert.Equal("four", all.Single(clip => clip.Name == "digits/4").Words);
    }

    static string Words(SpeechClip clip) => new string([.. clip.Words.Where(char.IsLetterOrDigit)]).ToLowerInvariant();

    [Fact]
    public void Sound_lies_around_zero_and_levels_follow_it()
    {
        var clip = Speech.Load().Train[0];
        using var wave = clip.Wave();
        using var levels = clip.Levels();
        Assert.Equal(clip.Codes.Length, wave.shape[0]);
        Assert.InRange(wave.mean().item<float>(), -0.01, 0.01);
        Assert.InRange(wave.abs().max().item<float>(), 0.05, 1);
        var (loudest, highest) = (wave.argmax().item<long>(), levels.argmax().item<long>());
        Assert.Equal(wave[loudest].item<float>(), wave[highest].item<float>());
    }

    [Fact]
    public void Mu_law_is_G_711()
    {
        // The codes of the standard's table for its ends and around zero.
        Assert.Equal([32124, 0, -32124, 0, 8, -8], new byte[] { 0x80, 0xFF, 0x00, 0x7F, 0xFE, 0x7E }.Select(code => (int)MuLaw.Decode(code)));
        for (var code = 0; code < 256; code++)
        {
            // The two zeros share one sample.
            Assert.Equal(code == 0x7F ? 0xFF : code, MuLaw.Encode(MuLaw.Decode((byte)code)));
            Assert.Equal(code, MuLaw.Code(MuLaw.Level((byte)code)));
            if (code > 0)
                Assert.True(MuLaw.Decode(MuLaw.Code((byte)code)) >= MuLaw.Decode(MuLaw.Code((byte)(code - 1))));
        }
        Assert.Equal((0x80, 0x00), (MuLaw.Encode(short.MaxValue), MuLaw.Encode(short.MinValue)));
    }
}
