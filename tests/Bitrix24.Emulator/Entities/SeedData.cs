using System.Text;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Bitrix24.Emulator.Data;

namespace Bitrix24.Emulator.Entities;

/// <summary>Rows that are there before anybody calls.</summary>
internal static class SeedData
{
    /// <summary>Gives a portal without users what a new one has.</summary>
    public static void Put(World world)
    {
        if (world.Store.Count("user", Condition.Always) > 0)
            return;
        world.Store.Together(() =>
        {
            foreach (var row in Tsv.Read("seed.tsv"))
                Insert(world, row["method"], (JsonObject)Json.Parse(Encoding.UTF8.GetBytes(row["fields"]))!);
            return true;
        });
    }

    /// <summary>Adds a row through the entity's <c>add</c> verb and answers its number.</summary>
    public static long Add(World world, EntityMethod method, JsonObject fields, JsonObject parameters)
    {
        var source = method.Verb.Fields;
        if (source.StartsWith('*'))
        {
            foreach (var (name, value) in fields)
                parameters[name] = value?.DeepClone();
        }
        else
        {
            parameters[source.Split('|')[0]] = fields.DeepClone();
        }

        return method.Insert(new Call(method.Name, parameters, Caller.Portal, world.Clock.GetUtcNow()), world).Id;
    }

    private static void Insert(World world, string method, JsonObject parameters) =>
        ((EntityMethod)world.Methods.Find(method)!).Insert(new Call(method, parameters, Caller.Portal, world.Clock.GetUtcNow()), world);
}
