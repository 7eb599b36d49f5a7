using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Bitrix24.Emulator.Calls;
using Microsoft.Data.Sqlite;

namespace Bitrix24.Emulator.Entities;

/// <summary>Rows of all tables in SQLite: a number and a JSON payload each. A statement is durable when it returns.</summary>
internal sealed class RowStore : IDisposable
{
    /// <summary>Statements are kept compiled up to this many; filters make new ones without end.</summary>
    private const int MaximumCommands = 200;

    private readonly SqliteConnection _connection;
    private readonly Dictionary<string, SqliteCommand> _commands = new(StringComparer.Ordinal);
    private readonly HashSet<string> _tables = new(StringComparer.Ordinal);

    public RowStore(string? file)
    {
        _connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file ?? ":memory:", Pooling = false }.ToString());
        _connection.Open();
        _connection.CreateCollation("PORTAL", (left, right) => string.Compare(left, right, StringComparison.OrdinalIgnoreCase));
        _connection.CreateFunction("holds", (string? text, string? part) =>
            text is not null && part is not null && text.Contains(part, StringComparison.OrdinalIgnoreCase), isDeterministic: true);
        Run("PRAGMA journal_mode=WAL");
        foreach (var name in Read("SELECT name FROM sqlite_master WHERE type='table' AND name NOT LIKE 'sqlite_%'", [], reader => reader.GetString(0)))
            _tables.Add(name);
    }

    public IReadOnlyList<string> Tables => [.. _tables.Order(StringComparer.Ordinal)];

    public long Insert(string table, JsonObject row)
    {
        Ensure(table);
        return Read($"INSERT INTO \"{table}\"(data) VALUES(?) RETURNING id", [row.ToJsonString()], reader => reader.GetInt64(0))[0];
    }

    public JsonObject? Get(string table, long id)
    {
        Ensure(table);
        return Read($"SELECT data FROM \"{table}\" WHERE id=?", [id], reader => Json.Stored(reader.GetString(0))).FirstOrDefault();
    }

    public bool Update(string table, long id, JsonObject row)
    {
        Ensure(table);
        return Run($"UPDATE \"{table}\" SET data=? WHERE id=?", row.ToJsonString(), id) > 0;
    }

    public bool Delete(string table, long id)
    {
        Ensure(table);
        return Run($"DELETE FROM \"{table}\" WHERE id=?", id) > 0;
    }

    public IReadOnlyList<(long Id, JsonObject Row)> List(string table, Condition where, string order, long limit, long offset)
    {
        Ensure(table);
        var sql = string.Create(CultureInfo.InvariantCulture, $"SELECT id, data FROM \"{table}\" WHERE {where.Sql} ORDER BY {order} LIMIT {limit} OFFSET {offset}");
        return Read(sql, where.Values, reader => (reader.GetInt64(0), Json.Stored(reader.GetString(1))));
    }

    public IReadOnlyList<(long Id, JsonObject Row)> All(string table) => List(table, Condition.Always, "id", -1, 0);

    public long Count(string table, Condition where)
    {
        Ensure(table);
        return Read($"SELECT COUNT(*) FROM \"{table}\" WHERE {where.Sql}", where.Values, reader => reader.GetInt64(0))[0];
    }

    /// <summary>Does all of the work or none of it.</summary>
    public T Together<T>(Func<T> work)
    {
        Run("BEGIN");
        try
        {
            var result = work();
            Run("COMMIT");
            return result;
        }
        catch
        {
            Run("ROLLBACK");
            throw;
        }
    }

    public void Dispose()
    {
        Forget();
        _connection.Dispose();
    }

    /// <summary>The SQL of a field's value in a row.</summary>
    public static string Column(Field field) => field.IsId ? "id" : $"json_extract(data,'$.{field.Name}')";

    private void Ensure(string table)
    {
        if (!_tables.Add(table))
            return;
        Run($"CREATE TABLE \"{table}\"(id INTEGER PRIMARY KEY AUTOINCREMENT, data TEXT NOT NULL)");
        foreach (var field in Shape.Of(table).Fields.Where(field => field.IsIndexed))
        {
            Run($"CREATE INDEX \"{table}_{field.Name}\" ON \"{table}\"({Column(field)}{Condition.Collation(field)}, id)");
        }
    }

    private int Run(string sql, params object[] values)
    {
        return Command(sql, values).ExecuteNonQuery();
    }

    private List<T> Read<T>(string sql, IReadOnlyList<object> values, Func<SqliteDataReader, T> row)
    {
        using var reader = Command(sql, values).ExecuteReader();
        var rows = new List<T>();
        while (reader.Read())
            rows.Add(row(reader));
        return rows;
    }

    private SqliteCommand Command(string sql, IReadOnlyList<object> values)
    {
        if (!_commands.TryGetValue(sql, out var command))
        {
            if (_commands.Count >= MaximumCommands)
                Forget();
            _commands[sql] = command = Prepare(sql, values.Count);
        }

        for (var i = 0; i < values.Count; i++)
            command.Parameters[i].Value = values[i];
        return command;
    }

    /// <summary>A statement with its <c>?</c> named, to be run again and again.</summary>
    private SqliteCommand Prepare(string sql, int values)
    {
        var command = _connection.CreateCommand();
        var text = new StringBuilder();
        var parts = sql.Split('?');
        for (var i = 0; i < parts.Length; i++)
        {
            text.Append(parts[i]);
            if (i == values)
                break;
            var name = string.Create(CultureInfo.InvariantCulture, $"$v{i}");
            text.Append(name);
            command.Parameters.Add(new SqliteParameter { ParameterName = name });
        }

        command.CommandText = text.ToString();
        return command;
    }

    private void Forget()
    {
        foreach (var command in _commands.Values)
            command.Dispose();
        _commands.Clear();
    }
}
