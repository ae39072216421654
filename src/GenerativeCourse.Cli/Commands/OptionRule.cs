using System.CommandLine;

namespace GenerativeCourse.Cli.Commands;

/// <summary>What an option takes, and how it refuses the rest.</summary>
static class OptionRule
{
    /// <summary>Has an option take valid words only; <paramref name="rule"/> is what is said of another, such as "wants a whole number from 1".</summary>
    public static Option<T> AcceptOnly<T>(this Option<T> option, Func<string, bool> valid, string rule)
    {
        option.Validators.Add(result =>
        {
            if (result.Tokens.FirstOrDefault(token => !valid(token.Value)) is { } wrong)
                result.AddError($"{option.Name} {rule}, not {wrong.Value}.");
        });
        return option;
    }

    /// <summary>Has an option take folders only, be they there or not.</summary>
    public static Option<T> AcceptFolder<T>(this Option<T> option) => option.AcceptOnly(word => !File.Exists(word), "wants a folder");
}
