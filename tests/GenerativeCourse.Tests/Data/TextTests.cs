using GenerativeCourse.Data;

namespace GenerativeCourse.Tests.Data;

public sealed class TextTests
{
    [Fact]
    public void Moby_dick_is_split_by_chapter()
    {
        var book = MobyDick.Load();
        Assert.Equal((122, 13), (book.Train.Count, book.Test.Count));
        Assert.StartsWith("CHAPTER 1. Loomings.", book.Train[0]);
        Assert.StartsWith("CHAPTER 10.", book.Test[0]);
        Assert.Equal(135, book.Train.Concat(book.Test).Select(chapter => chapter[..chapter.IndexOf('.')]).Distinct().Count());
    }

    [Fact]
    public void Verses_are_split_by_book()
    {
        var bible = KingJames.Load();
        Assert.Equal(31102, bible.Train.Count + bible.Test.Count);
        Assert.Equal(new Verse("Genesis 1:1", "In the beginning God created the heaven and the earth."), bible.Train[0]);
        Assert.Empty(bible.Train.Select(Book).Intersect(bible.Test.Select(Book)));
        Assert.Equal(9, bible.Test.Select(Book).Distinct().Count());
    }

    static string Book(Verse verse) => verse.Place[..verse.Place.LastIndexOf(' ')];

    [Fact]
    public void Names_stand_on_one_side_each()
    {
        var names = FirstNames.Load();
        Assert.Equal((7580, 842), (names.Train.Count, names.Test.Count));
        Assert.Equal(8422, names.Train.Concat(names.Test).Select(name => name.Name).Distinct().Count());
        Assert.Equal(["either", "female", "male"], names.Train.Select(name => name.GivenTo).Distinct().Order());
    }

    [Fact]
    public void Vocabulary_numbers_characters_and_refuses_others()
    {
        var vocabulary = new CharacterVocabulary("banana", "nab");
        Assert.Equal("abn", vocabulary.Characters);
        using var encoded = vocabulary.Encode("nab");
        Assert.Equal([2L, 0, 1], encoded.data<long>().ToArray());
        Assert.Equal("nab", vocabulary.Decode(encoded));
        Assert.Contains("'x' (U+0078) at 1", Assert.Throws<ArgumentException>(() => vocabulary.Encode("ax")).Message);
        using var beyond = encoded.add(7);
        Assert.Contains("number of no character", Assert.Throws<ArgumentException>(() => vocabulary.Decode(beyond)).Message);
        Assert.Throws<ArgumentException>(() => new CharacterVocabulary(""));
    }
}
