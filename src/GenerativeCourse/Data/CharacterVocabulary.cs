using static TorchSharp.torch;

namespace GenerativeCourse.Data;

/// <summary>Numbers the characters of a text, so that a model works on int64 and its samples can be read.</summary>
public sealed class CharacterVocabulary
{
    readonly Dictionary<char, long> numbers;

    /// <summary>Numbers the characters that occur in the texts, in the order of their code points.</summary>
    /// <exception cref="ArgumentException">The texts hold no character.</exception>
    public CharacterVocabulary(params IEnumerable<string> texts)
    {
        Characters = new string([.. texts.SelectMany(text => text).Distinct().Order()]);
        if (Characters.Length == 0)
            throw new ArgumentException("The texts hold no character to number.");
        numbers = Characters.Select((character, number) => (character, number)).ToDictionary(pair => pair.character, pair => (long)pair.number);
    }

    /// <summary>The characters, each at its number.</summary>
    public string Characters { get; }

    /// <summary>How many characters there are: the number of classes of a model that predicts the next.</summary>
    public int Count => Characters.Length;

    /// <summary>The numbers of a text's characters: int64, (T).</summary>
    /// <exception cref="ArgumentException">A character is not of the vocabulary.</exception>
    public Tensor Encode(string text)
    {
        var encoded = new long[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (!numbers.TryGetValue(text[i], out encoded[i]))
                throw new ArgumentException($"The character '{text[i]}' (U+{(int)text[i]:X4}) at {i} does not occur in the texts that the vocabulary was made of.");
        }
        return tensor(encoded);
    }

    /// <summary>The text of int64 numbers (T).</summary>
    /// <exception cref="ArgumentException">A number is not below <see cref="Count"/>.</exception>
    public string Decode(Tensor encoded) => string.Concat(encoded.data<long>().ToArray().Select(number =>
        number >= 0 && number < Count ? Characters[(int)number] : throw new ArgumentException($"{number} is the number of no character: there are {Count}.")));
}
