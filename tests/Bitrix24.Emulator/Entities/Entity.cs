using System.Globalization;
using Bitrix24.Emulator.Data;

namespace Bitrix24.Emulator.Entities;

/// <summary>A line of <c>entities.tsv</c>: the methods under one prefix, and the table they work on.</summary>
internal sealed record Entity(
    string Prefix, string Table, string Style, string Names, string Values, int Page, string Owner, string Order, string Event, string Missing,
    string Scope, string One = "", string Many = "", bool NeedsApplication = false)
{
    /// <summary>The first methods of the CRM: their errors have no code.</summary>
    public bool IsOld => !TakesCamel && Missing.Length == 0;

    /// <summary>The code of the error for a row without a field that it must have.</summary>
    public string Incomplete => IsOld || Missing == "ERROR_CORE" ? Missing : "ERROR_ARGUMENT";

    public bool TakesCamel => Names == "camel";

    public bool AnswersCamel => Names is "camel" or "upper>camel";

    public bool IsTyped => Values == "typed";

    public static IEnumerable<Entity> Read() => Tsv.Read("entities.tsv").Select(row => new Entity(
        row["prefix"], row["table"], row["style"], row["names"], row["values"], int.Parse(row["page"], CultureInfo.InvariantCulture),
        row["owner"], row["order"], row["event"], row["missing"], row["scope"], row["one"], row["many"], row["application"] == "yes"));
}

/// <summary>A line of <c>styles.tsv</c>: how entities of one style name a verb's parameters and wrap its result.</summary>
internal sealed record Verb(string Style, string Kind, string Suffix, string Id, string Fields, string Result, string Paging)
{
    public static ILookup<string, Verb> Read() => Tsv.Read("styles.tsv")
        .Select(row => new Verb(row["style"], row["verb"], row["suffix"], row["id"], row["fields"], row["result"], row["paging"]))
        .ToLookup(verb => verb.Style, StringComparer.Ordinal);
}
