namespace Bitrix24.Emulator.Entities;

/// <summary>A part of a WHERE clause: each <c>?</c> stands for the next of its values.</summary>
internal sealed record Condition(string Sql, IReadOnlyList<object> Values)
{
    public static readonly Condition Always = new("1", []);

    public static readonly Condition Never = new("0", []);

    /// <summary>Compared whatever the letter case, as the portal's database does.</summary>
    public static bool IsText(Field field) => !field.IsId
        && field.Kind is FieldKind.String or FieldKind.UserField or FieldKind.Property or FieldKind.List;

    /// <summary>What follows a column or a value of a field to compare it so.</summary>
    public static string Collation(Field field) => IsText(field) ? " COLLATE PORTAL" : "";

    public static Condition Joined(IReadOnlyList<Condition> parts, string word) => parts.Count == 0
        ? Always
        : new Condition(string.Join($" {word} ", parts.Select(part => $"({part.Sql})")), [.. parts.SelectMany(part => part.Values)]);

    public Condition Not() => new($"NOT COALESCE({Sql},0)", Values);
}
