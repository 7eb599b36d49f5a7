using System.Globalization;

namespace Acme.Crm.Sync;

/// <summary>An order of the shop, as its nightly export has it.</summary>
public record Order(string Number, int DealId, int ContactId, string Customer, string Phone, decimal Total, string Status)
{
    public bool IsPaid => Status is "paid" or "shipped";

    public static List<Order> Read(string path) => File.ReadLines(path)
        .Skip(1)
        .Select(line => line.Split(';'))
        .Select(cells => new Order(
            cells[0],
            int.Parse(cells[1], CultureInfo.InvariantCulture),
            int.Parse(cells[2], CultureInfo.InvariantCulture),
            cells[3],
            cells[4],
            decimal.Parse(cells[5], CultureInfo.InvariantCulture),
            cells[6]))
        .ToList();
}
