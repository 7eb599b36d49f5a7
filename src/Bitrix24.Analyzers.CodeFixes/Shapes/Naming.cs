using Bitrix24.Analyzers.CodeFixes.Wrappers;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace Bitrix24.Analyzers.CodeFixes.Shapes;

/// <summary>What a serializer makes of names.</summary>
enum Naming
{
    /// <summary>They stay.</summary>
    Kept,

    /// <summary>Names of properties become camelCase; keys of dictionaries stay.</summary>
    CamelCaseProperties,

    /// <summary>All names become camelCase.</summary>
    CamelCase,

    /// <summary>Nobody knows, or something else than names changes as well.</summary>
    Unknown,
}

static class NamingOf
{
    /// <summary>Settings that change nothing in what is written, or only how it is spelt in JSON.</summary>
    static readonly string[] Harmless =
    [
        "PropertyNameCaseInsensitive", "WriteIndented", "Encoder", "NumberHandling", "AllowTrailingCommas", "ReadCommentHandling", "DefaultBufferSize", "MaxDepth", "IgnoreNullValues",
        "NullValueHandling", "Formatting", "DateParseHandling", "FloatParseHandling", "MissingMemberHandling", "ReferenceLoopHandling", "MetadataPropertyHandling", "Error",
    ];

    public static Naming Of(Writing writing, Sources sources)
    {
        if (writing.Form)
            return Naming.Kept;
        return writing.Options is null ? writing.Web ? Naming.CamelCaseProperties : Naming.Kept : Of(writing.Options, sources);
    }

    static Naming Of(IOperation options, Sources sources) => options switch
    {
        IObjectCreationOperation creation => OfCreation(creation),
        IFieldReferenceOperation { Field: { IsReadOnly: true } field } => OfDeclaration(field, sources),
        IPropertyReferenceOperation { Property: { SetMethod: null } property } => OfDeclaration(property, sources),
        ILocalReferenceOperation { Local: var local } => OfDeclaration(local, sources),
        _ => Naming.Unknown,
    };

    static Naming OfDeclaration(ISymbol symbol, Sources sources) => sources.InitializerOf(symbol) is IObjectCreationOperation creation ? OfCreation(creation) : Naming.Unknown;

    static Naming OfCreation(IObjectCreationOperation creation)
    {
        var naming = creation.Arguments switch
        {
            [] => Naming.Kept,
            [{ Value: IFieldReferenceOperation { Field.Name: "Web" } }] => Naming.CamelCaseProperties,
            [{ Value: IFieldReferenceOperation { Field.Name: "General" } }] => Naming.Kept,
            _ => Naming.Unknown,
        };
        foreach (var initializer in creation.Initializer?.Initializers ?? System.Collections.Immutable.ImmutableArray<IOperation>.Empty)
        {
            if (initializer is not ISimpleAssignmentOperation { Target: IPropertyReferenceOperation { Property.Name: var name }, Value: var value })
                return Naming.Unknown;
            var changed = name switch
            {
                "PropertyNamingPolicy" => Reference(value) switch { "CamelCase" => Naming.CamelCaseProperties, null when IsNull(value) => Naming.Kept, _ => Naming.Unknown },
                "ContractResolver" => Created(value) switch { "CamelCasePropertyNamesContractResolver" => Naming.CamelCase, "DefaultContractResolver" => Naming.Kept, _ => Naming.Unknown },
                "DefaultIgnoreCondition" => Reference(value) is "WhenWritingNull" or "Never" ? naming : Naming.Unknown,
                _ => Array.IndexOf(Harmless, name) >= 0 ? naming : Naming.Unknown,
            };
            if (changed == Naming.Unknown)
                return changed;
            naming = changed;
        }

        return naming;
    }

    static IOperation Bare(IOperation value) => value is IConversionOperation conversion ? conversion.Operand : value;

    static string? Reference(IOperation value) => Bare(value) is IMemberReferenceOperation member ? member.Member.Name : null;

    static bool IsNull(IOperation value) => Bare(value).ConstantValue is { HasValue: true, Value: null };

    static string? Created(IOperation value) => Bare(value) is IObjectCreationOperation { Initializer: null } creation ? creation.Type?.Name : null;
}
