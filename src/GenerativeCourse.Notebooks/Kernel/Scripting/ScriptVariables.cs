using System.Reflection;

namespace GenerativeCourse.Notebooks.Kernel.Scripting;

/// <summary>A variable that a cell declared.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its declared type.</param>
/// <param name="Value">What it holds now.</param>
internal sealed record ScriptVariable(string Name, Type Type, object? Value);

/// <summary>The variables that the next cell would see.</summary>
internal static class ScriptVariables
{
    /// <summary>All of them by name; of namesakes the last declared.</summary>
    public static IReadOnlyList<ScriptVariable> Of(ScriptSession session)
    {
        var variables = new SortedDictionary<string, ScriptVariable>(StringComparer.Ordinal);
        foreach (var state in session.States)
        {
            foreach (var field in state.GetType().GetFields(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            {
                // Others are the compiler's.
                if (!field.Name.Contains('<', StringComparison.Ordinal))
                    variables[field.Name] = new ScriptVariable(field.Name, field.FieldType, field.GetValue(state));
            }
        }
        return [.. variables.Values];
    }

    /// <summary>The variable of that name; null when there is none.</summary>
    public static ScriptVariable? Find(ScriptSession session, string name) => Of(session).FirstOrDefault(variable => variable.Name == name);
}
