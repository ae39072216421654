using GenerativeCourse.Notebooks.Kernel;
using Microsoft.AspNetCore.Html;
using Microsoft.DotNet.Interactive.Formatting;

namespace Microsoft.DotNet.Interactive;

/// <summary>What every cell can call without a qualifier; the names are those of .NET Interactive, so that its notebooks run unchanged.</summary>
public static class Kernel
{
    /// <summary>Shows a value, as the MIME types given or as those preferred for its type; the answer updates what is shown.</summary>
    public static DisplayedValue display(object? value, params string[] mimeTypes) => value.Display(mimeTypes);

    /// <summary>Markup to be shown as it is.</summary>
    public static IHtmlContent HTML(string content) => new HtmlString(content);

    /// <summary>Adds a style sheet to the page.</summary>
    public static void CSS(string content) => HTML($"<style>{content}</style>").Display("text/html");

    /// <summary>Runs a script in the page.</summary>
    public static void Javascript(string scriptContent) => HTML($"<script type=\"text/javascript\">{scriptContent}</script>").Display("text/html");

    /// <summary>Asks for a line of text.</summary>
    /// <exception cref="InvalidOperationException">Nobody can be asked here.</exception>
    public static Task<string> GetInputAsync(string prompt = "", string typeHint = "text") => CSharpKernel.Running.Ask(new InputQuestion(prompt, typeHint == "password"));

    /// <summary>Asks for a line of text that is not shown.</summary>
    /// <exception cref="InvalidOperationException">Nobody can be asked here.</exception>
    public static async Task<PasswordString> GetPasswordAsync(string prompt = "") => new(await CSharpKernel.Running.Ask(new InputQuestion(prompt, Password: true)).ConfigureAwait(false));

    /// <summary>Asks for a line of text and waits for it.</summary>
    /// <exception cref="InvalidOperationException">Nobody can be asked here.</exception>
    public static string input(string prompt = "") => Task.Run(() => GetInputAsync(prompt)).GetAwaiter().GetResult();

    /// <summary>Asks for a line of text that is not shown, and waits for it.</summary>
    /// <exception cref="InvalidOperationException">Nobody can be asked here.</exception>
    public static PasswordString password(string prompt = "") => Task.Run(() => GetPasswordAsync(prompt)).GetAwaiter().GetResult();
}
