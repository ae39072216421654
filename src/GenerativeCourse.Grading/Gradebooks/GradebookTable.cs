using Microsoft.Data.Sqlite;

namespace GenerativeCourse.Grading.Gradebooks;

/// <summary>The gradebook's file as SQLite sees it.</summary>
sealed class GradebookTable : IDisposable
{
    readonly SqliteConnection connection;
    SqliteTransaction? transaction;

    GradebookTable(SqliteConnection connection) => this.connection = connection;

    /// <summary>Opens or makes the file with nbgrader's tables.</summary>
    public static GradebookTable Open(string file)
    {
        SQLitePCL.Batteries_V2.Init();
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ToString());
        connection.Open();
        var table = new GradebookTable(connection);
        using var stream = typeof(GradebookTable).Assembly.GetManifestResourceStream("gradebook.sql")!;
        using var reader = new StreamReader(stream);
        table.Run("PRAGMA synchronous = FULL");
        table.Write(() => table.Run(reader.ReadToEnd()));
        return table;
    }

    /// <summary>Does some work whole or not at all.</summary>
    public void Write(Action work)
    {
        using (transaction = connection.BeginTransaction())
        {
            try
            {
                work();
                transaction.Commit();
            }
            finally
            {
                transaction = null;
            }
        }
    }

    /// <summary>Executes a statement.</summary>
    public void Run(string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(sql, values);
        command.ExecuteNonQuery();
    }

    /// <summary>The first value of the first row; null where there is none.</summary>
    public object? One(string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(sql, values);
        return command.ExecuteScalar() is { } value and not DBNull ? value : null;
    }

    /// <summary>All rows.</summary>
    public IReadOnlyList<object?[]> All(string sql, params (string Name, object? Value)[] values)
    {
        using var command = Command(sql, values);
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))]);
        return rows;
    }

    /// <inheritdoc/>
    public void Dispose() => connection.Dispose();

    SqliteCommand Command(string sql, (string Name, object? Value)[] values)
    {
        var command = connection.CreateCommand();
        (command.CommandText, command.Transaction) = (sql, transaction);
        foreach (var (name, value) in values)
            command.Parameters.AddWithValue(name, value ?? DBNull.Value);
        return command;
    }
}
