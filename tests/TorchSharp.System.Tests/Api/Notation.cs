using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace TorchSharp.Tests;

/// <summary>Members in the notation of TorchSharp's list: "TYPE::.name(type parameter = default) -> type", the dot for what needs an instance.</summary>
internal static class Notation
{
    static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(void)] = "void",
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(sbyte)] = "sbyte",
        [typeof(short)] = "short",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(float)] = "float",
        [typeof(double)] = "double",
        [typeof(string)] = "string",
        [typeof(object)] = "object",
    };

    /// <summary>A type as it is written within a signature.</summary>
    internal static string Name(Type type)
    {
        if (type.IsByRef)
            return Name(type.GetElementType()!);
        if (type.IsArray)
            return $"{Name(type.GetElementType()!)}[{new string(',', type.GetArrayRank() - 1)}]";
        if (Nullable.GetUnderlyingType(type) is { } value)
            return Name(value) + "?";
        if (Keywords.TryGetValue(type, out string? keyword))
            return keyword;
        if (type.IsGenericParameter)
            return type.Name;
        Type[] arguments = type.GetGenericArguments();
        if (type.IsGenericType && type.Name.StartsWith("ValueTuple`", StringComparison.Ordinal))
            return $"({string.Join(", ", arguments.Select(Name))})";
        return Nested(type, arguments);
    }

    /// <summary>The line of the type itself: an enumeration's with its values, a class's with what it derives from.</summary>
    internal static string Line(Type type) => $"type {type.Namespace}.{Name(type)}" + (
        type.IsEnum ? $" enum{{{string.Join(',', type.GetEnumNames())}}}"
        : type.IsClass && type.BaseType is { } parent && parent != typeof(object) ? " : " + Name(parent)
        : "");

    // Declaring types first; each takes its own of the generic arguments.
    static string Nested(Type type, Type[] arguments)
    {
        int outer = type.DeclaringType?.GetGenericArguments().Length ?? 0;
        string before = type.DeclaringType is { } declaring ? Nested(declaring, arguments[..outer]) + "." : "";
        string name = type.Name.Split('`')[0];
        return before + name + (arguments.Length > outer ? $"<{string.Join(", ", arguments[outer..].Select(Name))}>" : "");
    }

    /// <summary>The lines of all members that a type declares and others can see; like the list, without what is protected internal. An override adds nothing to see.</summary>
    internal static IEnumerable<(string Line, bool Overrides)> Members(Type type)
    {
        const BindingFlags all = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        string owner = $"{type.Namespace}.{Name(type)}::";
        foreach (ConstructorInfo constructor in type.GetConstructors(all).Where(Visible))
            yield return ($"{owner}new({Parameters(constructor)}){Access(constructor)}", false);
        foreach (MethodInfo method in type.GetMethods(all).Where(Visible).Where(method => !method.IsSpecialName || method.Name.StartsWith("op_", StringComparison.Ordinal)))
            yield return ($"{owner}{Dot(method)}{method.Name}{Generic(method)}({Parameters(method)}) -> {Name(method.ReturnType)}{Access(method)}", Overrides(method));
        foreach (PropertyInfo property in type.GetProperties(all).Where(property => property.GetAccessors(true).Any(Visible)))
            yield return (Property(owner, property), property.GetAccessors(true).All(Overrides));
        foreach (FieldInfo field in type.GetFields(all).Where(field => field.IsPublic || field.IsFamily))
            yield return ($"{owner}{field.Name} field -> {Name(field.FieldType)}{(field.IsPublic ? "" : " [protected]")}", false);
    }

    static string Property(string owner, PropertyInfo property)
    {
        MethodInfo[] accessors = [.. property.GetAccessors(true).Where(Visible)];
        string index = property.GetIndexParameters() is { Length: > 0 } parameters ? $"this[{string.Join(", ", parameters.Select(Parameter))}]" : property.Name;
        string access = $"{{{(accessors.Contains(property.GetMethod) ? "get;" : "")}{(accessors.Contains(property.SetMethod) ? "set;" : "")}}}";
        return $"{owner}{Dot(accessors[0])}{index} {access} -> {Name(property.PropertyType)}{Access(accessors[0])}";
    }

    static bool Overrides(MethodInfo method) => method.GetBaseDefinition().DeclaringType != method.DeclaringType;

    static bool Visible(MethodBase method) => method.IsPublic || method.IsFamily;

    static string Access(MethodBase method) => method.IsPublic ? "" : " [protected]";

    static string Dot(MethodBase method) => method.IsStatic ? "" : ".";

    static string Generic(MethodInfo method) => method.IsGenericMethod ? $"<{string.Join(", ", method.GetGenericArguments().Select(Name))}>" : "";

    static string Parameters(MethodBase method) => string.Join(", ", method.GetParameters().Select(Parameter));

    static string Parameter(ParameterInfo parameter)
    {
        string before = parameter.IsDefined(typeof(ParamArrayAttribute)) ? "params "
            : parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute)) ? "this "
            : parameter.IsOut ? "out "
            : parameter.ParameterType.IsByRef ? "ref " : "";
        return $"{before}{Name(parameter.ParameterType)} {parameter.Name}{(parameter.HasDefaultValue ? " = " + Default(parameter) : "")}";
    }

    static string Default(ParameterInfo parameter) => parameter.RawDefaultValue switch
    {
        null or Missing => "null",
        bool truth => truth ? "true" : "false",
        string text => $"\"{text}\"",
        { } number when Enum(parameter.ParameterType) is { } type => System.Enum.ToObject(type, number).ToString()!,
        IFormattable value => value.ToString(null, CultureInfo.InvariantCulture),
        { } other => other.ToString()!,
    };

    static Type? Enum(Type type) => (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } found ? found : null;
}
