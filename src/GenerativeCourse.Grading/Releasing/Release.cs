using System.Security.Cryptography;
using GenerativeCourse.Grading.Keys;
using GenerativeCourse.Notebooks.Formats;

namespace GenerativeCourse.Grading.Releasing;

/// <summary>An assignment as students get it, with the key that they do not get.</summary>
public sealed class Release
{
    const string Pattern = "*.ipynb";

    readonly Dictionary<string, Notebook> notebooks;

    Release(AssignmentKey key, Dictionary<string, Notebook> notebooks) => (Key, this.notebooks) = (key, notebooks);

    /// <summary>What it is graded by.</summary>
    public AssignmentKey Key { get; }

    /// <summary>Its name.</summary>
    public string Name => Key.Assignment;

    /// <summary>What it is worth.</summary>
    public double Points => Key.Notebooks.Sum(notebook => notebook.Points);

    /// <summary>A notebook as students get it.</summary>
    public Notebook this[string name] => notebooks[name];

    /// <summary>Puts notebooks and their exercises together.</summary>
    public static Release Of(string name, IEnumerable<(string Name, Notebook Notebook, IReadOnlyList<KeyExercise> Exercises)> parts)
    {
        var ordered = parts.OrderBy(part => part.Name, StringComparer.Ordinal).ToList();
        return new Release(
            new AssignmentKey(AssignmentKey.CurrentFormat, name, [.. ordered.Select(part => new KeyNotebook(part.Name, Digest(part.Notebook.ToBytes()), part.Exercises))]),
            ordered.ToDictionary(part => part.Name, part => part.Notebook));
    }

    /// <summary>Reads a release and its key.</summary>
    /// <exception cref="AssignmentException">One of them cannot be read, or they are not of each other.</exception>
    public static Release Read(string folder, string keyFile)
    {
        if (!File.Exists(keyFile))
            throw new AssignmentException($"there is no key {keyFile} to {folder}: it was written beside the release, and kept from students");
        try
        {
            var key = AssignmentKey.Parse(File.ReadAllBytes(keyFile), keyFile);
            var read = new Dictionary<string, Notebook>();
            foreach (var notebook in key.Notebooks)
            {
                var file = Path.Combine(folder, $"{notebook.Name}.ipynb");
                var bytes = File.ReadAllBytes(file);
                if (Digest(bytes) != notebook.Sha256)
                    throw new AssignmentException($"{file} is not the one that {keyFile} was made with: release the assignment again, or take the key of this release");
                read[notebook.Name] = Notebook.Parse(bytes, file);
            }
            return new Release(key, read);
        }
        catch (Exception wrong) when (wrong is IOException or UnauthorizedAccessException or NotebookFormatException)
        {
            throw new AssignmentException(wrong.Message);
        }
    }

    /// <summary>Replaces the folder with the notebooks, and the file <c>FOLDER.key</c>, which its owner alone may read.</summary>
    /// <exception cref="AssignmentException">The folder holds something that no release has put there.</exception>
    public void Write(string folder)
    {
        folder = Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));
        var keyFile = $"{folder}.key";
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any() && !File.Exists(keyFile))
            throw new AssignmentException($"{folder} holds files and is no release: name another folder, or empty it");
        var temporary = $"{folder}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(temporary);
            foreach (var (name, notebook) in notebooks)
                notebook.Write(Path.Combine(temporary, $"{name}.ipynb"));
            // The old key is of no use to the new notebooks, nor the new one to the old.
            File.Delete(keyFile);
            if (!Directory.Exists(folder))
            {
                Directory.Move(temporary, folder);
            }
            else
            {
                foreach (var old in Directory.GetFiles(folder, Pattern))
                    File.Delete(old);
                foreach (var file in Directory.GetFiles(temporary))
                    File.Move(file, Path.Combine(folder, Path.GetFileName(file)));
            }
        }
        finally
        {
            if (Directory.Exists(temporary))
                Directory.Delete(temporary, recursive: true);
        }
        WholeFile.Write(keyFile, Key.ToBytes());
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(keyFile, UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    static string Digest(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
