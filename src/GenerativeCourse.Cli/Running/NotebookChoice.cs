namespace GenerativeCourse.Cli.Running;

/// <summary>Finds the notebooks that a user means.</summary>
public static class NotebookChoice
{
    const string Pattern = "*.ipynb";

    /// <summary>Full paths, in order and each once, for files, folders, and numbers or names of the lectures in <paramref name="lectures"/>; all lectures when nothing is asked for.</summary>
    /// <exception cref="UserException">Nothing is found for a word, or there are no lectures.</exception>
    public static IReadOnlyList<string> Find(IReadOnlyList<string> asked, string lectures)
    {
        var all = Directory.Exists(lectures) ? In(lectures) : [];
        if (asked.Count == 0)
            return all.Count > 0 ? all : throw new UserException($"there are no notebooks in {lectures}; name the ones to run");
        return [.. asked.SelectMany(word => One(word, all, lectures)).Distinct()];
    }

    static List<string> One(string word, List<string> lectures, string folder)
    {
        if (File.Exists(word))
            return [Path.GetFullPath(word)];
        if (Directory.Exists(word))
            return In(word) is { Count: > 0 } found ? found : throw new UserException($"there are no notebooks in {word}");
        var named = lectures.Where(path => Matches(Path.GetFileNameWithoutExtension(path), word)).ToList();
        return named.Count > 0 ? named : throw new UserException($"there is no notebook {word}, neither here nor in {folder}");
    }

    // 06-vae is meant by 06, 6, vae and 06-vae.
    static bool Matches(string name, string word)
    {
        var dash = name.IndexOf('-', StringComparison.Ordinal);
        return name == word
            || (dash > 0 && (name[..dash].TrimStart('0') == word.TrimStart('0') || name[(dash + 1)..] == word));
    }

    static List<string> In(string folder) => [.. Directory.GetFiles(folder, Pattern).Select(Path.GetFullPath).Order(StringComparer.Ordinal)];
}
