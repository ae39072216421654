using System.Text;

namespace GenerativeCourse.Figures.Display;

/// <summary>Writes pictures to files.</summary>
static class PictureFile
{
    /// <summary>Writes the form that the name's ending asks for; the file is replaced whole or not at all.</summary>
    public static void Save(string path, params (string Ending, Func<object> Content)[] forms)
    {
        var ending = Path.GetExtension(path).ToLowerInvariant();
        var content = forms.FirstOrDefault(form => form.Ending == ending).Content
            ?? throw new ArgumentException($"\"{path}\" has no ending that can be written; name it {string.Join(" or ", forms.Select(form => "*" + form.Ending))}.", nameof(path));
        var beside = path + ".part";
        File.WriteAllBytes(beside, content() is byte[] bytes ? bytes : Encoding.UTF8.GetBytes((string)content()));
        File.Move(beside, path, overwrite: true);
    }
}
