using Microsoft.CodeAnalysis;

namespace GenerativeCourse.Notebooks.Kernel.CodeServices;

/// <summary>Symbols in a person's words.</summary>
internal static class SymbolText
{
    const SymbolDisplayMiscellaneousOptions Words = SymbolDisplayMiscellaneousOptions.UseSpecialTypes | SymbolDisplayMiscellaneousOptions.EscapeKeywordIdentifiers
        | SymbolDisplayMiscellaneousOptions.IncludeNullableReferenceTypeModifier | SymbolDisplayMiscellaneousOptions.RemoveAttributeSuffix;

    static readonly SymbolDisplayFormat TypeFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypes, genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        miscellaneousOptions: Words);

    static readonly SymbolDisplayFormat ParametersFormat = TypeFormat
        .WithParameterOptions(SymbolDisplayParameterOptions.IncludeType | SymbolDisplayParameterOptions.IncludeName | SymbolDisplayParameterOptions.IncludeDefaultValue
            | SymbolDisplayParameterOptions.IncludeParamsRefOut | SymbolDisplayParameterOptions.IncludeExtensionThis);

    static readonly SymbolDisplayFormat DeclarationFormat = ParametersFormat
        .WithMemberOptions(SymbolDisplayMemberOptions.IncludeParameters | SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeContainingType
            | SymbolDisplayMemberOptions.IncludeRef | SymbolDisplayMemberOptions.IncludeConstantValue)
        .WithGenericsOptions(SymbolDisplayGenericsOptions.IncludeTypeParameters | SymbolDisplayGenericsOptions.IncludeTypeConstraints)
        .WithKindOptions(SymbolDisplayKindOptions.IncludeTypeKeyword | SymbolDisplayKindOptions.IncludeNamespaceKeyword)
        .WithLocalOptions(SymbolDisplayLocalOptions.IncludeType | SymbolDisplayLocalOptions.IncludeConstantValue)
        .AddMiscellaneousOptions(SymbolDisplayMiscellaneousOptions.UseErrorTypeSymbolName);

    static readonly SymbolDisplayFormat OwnFormat = DeclarationFormat.RemoveMemberOptions(SymbolDisplayMemberOptions.IncludeContainingType);

    static readonly SymbolDisplayFormat FullNameFormat = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces, genericsOptions: DeclarationFormat.GenericsOptions,
        kindOptions: DeclarationFormat.KindOptions, delegateStyle: SymbolDisplayDelegateStyle.NameAndSignature, parameterOptions: DeclarationFormat.ParameterOptions, miscellaneousOptions: Words);

    /// <summary>Jupyter's type of a symbol, by which clients choose an icon.</summary>
    public static string Kind(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => "class",
        IMethodSymbol => "method",
        IPropertySymbol => "property",
        IEventSymbol => "event",
        IFieldSymbol { ContainingType.TypeKind: TypeKind.Enum } => "enumMember",
        IFieldSymbol { IsConst: true } => "constant",
        IFieldSymbol field => field.ContainingType?.IsScriptClass == true ? "variable" : "field",
        ILocalSymbol or IRangeVariableSymbol or IParameterSymbol => "variable",
        ITypeParameterSymbol => "typeParameter",
        INamedTypeSymbol { TypeKind: TypeKind.Struct } => "struct",
        INamedTypeSymbol { TypeKind: TypeKind.Interface } => "interface",
        INamedTypeSymbol { TypeKind: TypeKind.Enum } => "enum",
        INamespaceSymbol => "module",
        _ => "class",
    };

    /// <summary>The line beside a completion: <c>(int a) → string</c>, or the type; how many overloads there are besides.</summary>
    public static string? Signature(IReadOnlyList<ISymbol> symbols)
    {
        var more = symbols.Count(symbol => symbol is IMethodSymbol) - 1;
        return symbols[0] switch
        {
            IMethodSymbol method => $"{Parameters(method)} → {Type(method.ReturnType)}{(more > 0 ? $" (+ {more} overload{(more > 1 ? "s" : "")})" : "")}",
            IPropertySymbol property => Type(property.Type),
            IFieldSymbol { HasConstantValue: true } field => $"{Type(field.Type)} = {field.ConstantValue}",
            IFieldSymbol field => Type(field.Type),
            IEventSymbol @event => Type(@event.Type),
            ILocalSymbol local => Type(local.Type),
            IParameterSymbol parameter => Type(parameter.Type),
            INamedTypeSymbol { TypeKind: TypeKind.Delegate, DelegateInvokeMethod: { } invoke } => $"{Parameters(invoke)} → {Type(invoke.ReturnType)}",
            INamedTypeSymbol { IsGenericType: true } type => Type(type),
            _ => null,
        };
    }

    /// <summary>The symbol as it might be declared, e.g. <c>string string.Substring(int startIndex)</c>.</summary>
    public static string Declaration(ISymbol symbol) => symbol switch
    {
        INamedTypeSymbol { ContainingType.IsScriptClass: true } type => type.ToDisplayString(OwnFormat),
        // "int" and the like would say no more than was asked.
        INamedTypeSymbol { SpecialType: not SpecialType.None, Arity: 0 } type => $"{Kind(type)} {type.ContainingNamespace.ToDisplayString()}.{type.MetadataName}",
        INamespaceOrTypeSymbol => symbol.ToDisplayString(FullNameFormat),
        IRangeVariableSymbol => symbol.Name,
        IMethodSymbol { ContainingType.IsScriptClass: true } or IMethodSymbol { MethodKind: MethodKind.LocalFunction } => symbol.ToDisplayString(OwnFormat),
        IFieldSymbol { ContainingType.IsScriptClass: true } or IPropertySymbol { ContainingType.IsScriptClass: true } => symbol.ToDisplayString(OwnFormat),
        IPropertySymbol property => property.ToDisplayString(DeclarationFormat) + (property.SetMethod is { DeclaredAccessibility: Accessibility.Public } set ? set.IsInitOnly ? " { get; init; }" : " { get; set; }" : " { get; }"),
        _ => symbol.ToDisplayString(DeclarationFormat),
    };

    /// <summary>A type's short name.</summary>
    public static string Type(ITypeSymbol type) => type.ToDisplayString(TypeFormat);

    static string Parameters(IMethodSymbol method) => $"({string.Join(", ", method.Parameters.Select(parameter => parameter.ToDisplayString(ParametersFormat)))})";
}
