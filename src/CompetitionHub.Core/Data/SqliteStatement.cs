using System.Buffers;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace CompetitionHub.Core.Data;

/// <summary>
/// One prepared statement of one connection, bound and stepped without the provider's command objects: on the writer's
/// thread those cost several times what SQLite itself does. Integers, texts, flags and bytes only: no time, no floating point.
/// </summary>
internal sealed class SqliteStatement : IDisposable
{
    // Refuses what PostgreSQL refuses, instead of storing question marks.
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly sqlite3 database;
    private readonly sqlite3_stmt statement;
    private readonly string[] parameters;

    public SqliteStatement(sqlite3 database, string sql)
    {
        this.database = database;
        Sql = sql;
        Check(raw.sqlite3_prepare_v3(database, sql, raw.SQLITE_PREPARE_PERSISTENT, out statement, out var rest));
        if (!string.IsNullOrWhiteSpace(rest) || statement.IsInvalid)
        {
            throw new InvalidOperationException("One statement per text: " + sql);
        }

        parameters = new string[raw.sqlite3_bind_parameter_count(statement)];
        for (var i = 0; i < parameters.Length; i++)
        {
            parameters[i] = raw.sqlite3_bind_parameter_name(statement, i + 1).utf8_to_string()[1..];
        }
    }

    public string Sql { get; }

    /// <summary>Somebody steps it now.</summary>
    public bool IsRented { get; set; }

    /// <summary>When it was last rented, counted in rents of its connection.</summary>
    public long LastRent { get; set; }

    public int Columns => raw.sqlite3_column_count(statement);

    public int Changes => raw.sqlite3_stmt_readonly(statement) != 0 ? -1 : raw.sqlite3_changes(database);

    public void Bind(List<SqliteArgument> arguments)
    {
        for (var i = 0; i < parameters.Length; i++)
        {
            Bind(i + 1, Find(parameters[i], i, arguments));
        }
    }

    /// <summary>True when there is a row.</summary>
    public bool Step()
    {
        var code = raw.sqlite3_step(statement);
        if (code == raw.SQLITE_ROW)
        {
            return true;
        }

        if (code != raw.SQLITE_DONE)
        {
            Check(code);
        }

        return false;
    }

    public void Reset()
    {
        // Its code repeats the error of the last step, which has been thrown already.
        _ = raw.sqlite3_reset(statement);
        if (parameters.Length > 0)
        {
            _ = raw.sqlite3_clear_bindings(statement);
        }
    }

    public string ColumnName(int column) => raw.sqlite3_column_name(statement, column).utf8_to_string();

    public bool IsNull(int column) => raw.sqlite3_column_type(statement, column) == raw.SQLITE_NULL;

    public long Integer(int column) => raw.sqlite3_column_int64(statement, column);

    public object Value(int column) => raw.sqlite3_column_type(statement, column) switch
    {
        raw.SQLITE_INTEGER => raw.sqlite3_column_int64(statement, column),
        raw.SQLITE_TEXT => raw.sqlite3_column_text(statement, column).utf8_to_string(),
        raw.SQLITE_BLOB => raw.sqlite3_column_blob(statement, column).ToArray(),
        raw.SQLITE_NULL => DBNull.Value,
        _ => throw new InvalidOperationException($"Column {ColumnName(column)} is a floating point number; none belongs in this database."),
    };

    /// <summary>The column's type as declared, which does not change from row to row; of an expression, the type of its value.</summary>
    public Type ColumnType(int column)
    {
        var declared = raw.sqlite3_column_decltype(statement, column).utf8_to_string();
        return declared switch
        {
            "text" => typeof(string),
            "integer" or "bigint" or "boolean" => typeof(long),
            "bytea" => typeof(byte[]),
            _ => raw.sqlite3_column_type(statement, column) switch
            {
                raw.SQLITE_INTEGER => typeof(long),
                raw.SQLITE_BLOB => typeof(byte[]),
                raw.SQLITE_TEXT => typeof(string),
                _ => typeof(object),
            },
        };
    }

    public void Dispose() => statement.Dispose();

    private object? Find(string name, int position, List<SqliteArgument> arguments)
    {
        // Dapper gives the members of an object in one order and the text names them in another; often they agree.
        if (position < arguments.Count && arguments[position].ParameterName == name)
        {
            return arguments[position].Value;
        }

        foreach (var argument in arguments)
        {
            if (argument.ParameterName == name)
            {
                return argument.Value;
            }
        }

        throw new InvalidOperationException($"No value for @{name} in: {Sql}");
    }

    private void Bind(int index, object? value) => Check(value switch
    {
        null or DBNull => raw.sqlite3_bind_null(statement, index),
        string text => BindText(index, text),
        long number => raw.sqlite3_bind_int64(statement, index, number),
        int number => raw.sqlite3_bind_int64(statement, index, number),
        short number => raw.sqlite3_bind_int64(statement, index, number),
        byte number => raw.sqlite3_bind_int64(statement, index, number),
        bool flag => raw.sqlite3_bind_int64(statement, index, flag ? 1 : 0),
        byte[] bytes => raw.sqlite3_bind_blob(statement, index, bytes),
        _ => throw new InvalidOperationException($"A {value.GetType().Name} cannot be stored: ids and codes are text, instants unix milliseconds, scores millionths."),
    });

    private int BindText(int index, string text)
    {
        // An empty span has no address, and SQLite takes no address for null.
        if (text.Length == 0)
        {
            return raw.sqlite3_bind_text(statement, index, "");
        }

        if (text.Contains('\0'))
        {
            throw new UnstorableTextException();
        }

        var longest = StrictUtf8.GetMaxByteCount(text.Length);
        var rented = longest > 512 ? ArrayPool<byte>.Shared.Rent(longest) : null;
        var buffer = rented ?? stackalloc byte[512];
        try
        {
            return raw.sqlite3_bind_text(statement, index, buffer[..StrictUtf8.GetBytes(text, buffer)]);
        }
        catch (EncoderFallbackException e)
        {
            throw new UnstorableTextException(e);
        }
        finally
        {
            if (rented is not null)
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    private void Check(int code)
    {
        if (code != raw.SQLITE_OK)
        {
            SqliteException.ThrowExceptionForRC(code, database);
        }
    }
}
