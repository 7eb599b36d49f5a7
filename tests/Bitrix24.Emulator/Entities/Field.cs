using System.Text.Json.Nodes;

namespace Bitrix24.Emulator.Entities;

internal enum FieldKind
{
    String,
    Integer,
    Double,
    Money,
    Flag,
    Boolean,
    DateTime,
    Date,
    List,
    Multi,
    UserField,
    Property,
}

/// <summary>A column of an entity under its stored name, with the name that camel-case methods use.</summary>
internal sealed record Field(string Name, FieldKind Kind, IReadOnlySet<string> Flags, string Camel, string Default)
{
    private static readonly HashSet<string> None = new(StringComparer.Ordinal);

    public bool IsId => Name == "ID";

    public bool IsReadOnly => Flags.Contains("readonly");

    public bool IsRequired => Flags.Contains("required");

    /// <summary>Answered as a number even where the entity answers texts.</summary>
    public bool IsTyped => Flags.Contains("typed");

    /// <summary>Set by the portal from its clock, so two equal runs may differ in it.</summary>
    public bool IsStamp => Flags.Contains("created") || Flags.Contains("modified");

    public bool IsIndexed => Flags.Contains("index");

    /// <summary>May hold several values, any of which meets a filter.</summary>
    public bool IsPlural => Kind is FieldKind.List or FieldKind.Multi or FieldKind.UserField or FieldKind.Property;

    /// <summary>Answered by a list without a select.</summary>
    public bool IsListed => Kind is not (FieldKind.Multi or FieldKind.UserField) && !Flags.Contains("hidden");

    public JsonNode? DefaultValue => Default.Length == 0 ? null : FieldValues.Store(this, JsonValue.Create(Default));

    public static Field Of(string name, FieldKind kind) => new(name, kind, None, CamelCase.Of(name), "");
}
