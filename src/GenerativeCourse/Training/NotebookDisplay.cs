using System.Reflection;

namespace GenerativeCourse.Training;

/// <summary>Shows an object in the notebook that runs this code and changes it later, without a reference to any kernel: both C# kernels have System.DisplayExtensions.Display and DisplayedValue.Update.</summary>
static class NotebookDisplay
{
    static readonly Lazy<MethodInfo?> Display = new(() => AppDomain.CurrentDomain.GetAssemblies()
        .Select(assembly => assembly.GetType("System.DisplayExtensions"))
        .FirstOrDefault(type => type is not null)?
        .GetMethods(BindingFlags.Public | BindingFlags.Static)
        .FirstOrDefault(method => method.Name == "Display" && method.GetParameters() is [{ ParameterType: var value }, { ParameterType: var types }]
            && value == typeof(object) && types == typeof(string[])));

    /// <summary>Whether this code runs in a notebook.</summary>
    internal static bool IsThere => Display.Value is not null;

    /// <summary>Shows the object; what comes back puts another one in its place.</summary>
    internal static Action<object> Show(object shown)
    {
        object displayed = Display.Value!.Invoke(null, [shown, Array.Empty<string>()])!;
        MethodInfo update = displayed.GetType().GetMethod("Update", [typeof(object)])!;
        return replacement => update.Invoke(displayed, [replacement]);
    }
}
