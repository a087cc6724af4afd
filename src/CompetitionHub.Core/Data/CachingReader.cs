using System.Collections;
using System.Data.Common;

namespace CompetitionHub.Core.Data;

/// <summary>The rows of a prepared statement, forward only; disposing hands the statement back.</summary>
internal sealed class CachingReader : DbDataReader
{
    private readonly CachingConnection connection;
    private readonly SqliteStatement statement;
    private bool hasRow;
    private bool started;
    private bool closed;

    public CachingReader(CachingConnection connection, SqliteStatement statement)
    {
        this.connection = connection;
        this.statement = statement;
        try
        {
            // The first step runs the statement, also one that nobody reads the rows of.
            hasRow = statement.Step();
            FieldCount = statement.Columns;
        }
        catch
        {
            connection.Return(statement);
            throw;
        }
    }

    public override int FieldCount { get; }
    public override int Depth => 0;
    public override bool HasRows => hasRow;
    public override bool IsClosed => closed;
    public override int RecordsAffected => statement.Changes;
    public override object this[int ordinal] => statement.Value(ordinal);
    public override object this[string name] => statement.Value(GetOrdinal(name));

    public override bool Read()
    {
        if (started && hasRow)
        {
            hasRow = statement.Step();
        }

        started = true;
        return hasRow;
    }

    public override bool NextResult() => false;
    public override string GetName(int ordinal) => statement.ColumnName(ordinal);
    public override Type GetFieldType(int ordinal) => statement.ColumnType(ordinal);
    public override string GetDataTypeName(int ordinal) => GetFieldType(ordinal).Name;
    public override bool IsDBNull(int ordinal) => statement.IsNull(ordinal);
    public override object GetValue(int ordinal) => statement.Value(ordinal);
    public override string GetString(int ordinal) => (string)statement.Value(ordinal);
    public override long GetInt64(int ordinal) => statement.Integer(ordinal);
    public override int GetInt32(int ordinal) => checked((int)statement.Integer(ordinal));
    public override short GetInt16(int ordinal) => checked((short)statement.Integer(ordinal));
    public override byte GetByte(int ordinal) => checked((byte)statement.Integer(ordinal));
    public override bool GetBoolean(int ordinal) => statement.Integer(ordinal) != 0;
    public override decimal GetDecimal(int ordinal) => statement.Integer(ordinal);
    public override IEnumerator GetEnumerator() => new DbEnumerator(this);

    public override int GetOrdinal(string name)
    {
        for (var i = 0; i < FieldCount; i++)
        {
            if (string.Equals(GetName(i), name, StringComparison.OrdinalIgnoreCase))
            {
                return i;
            }
        }

        throw new ArgumentException($"There is no column {name}.", nameof(name));
    }

    public override int GetValues(object[] values)
    {
        var count = Math.Min(values.Length, FieldCount);
        for (var i = 0; i < count; i++)
        {
            values[i] = GetValue(i);
        }

        return count;
    }

    public override char GetChar(int ordinal) => throw new NotSupportedException();
    public override double GetDouble(int ordinal) => throw new NotSupportedException();
    public override float GetFloat(int ordinal) => throw new NotSupportedException();
    public override Guid GetGuid(int ordinal) => throw new NotSupportedException();
    public override DateTime GetDateTime(int ordinal) => throw new NotSupportedException();
    public override long GetBytes(int ordinal, long dataOffset, byte[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();
    public override long GetChars(int ordinal, long dataOffset, char[]? buffer, int bufferOffset, int length) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing && !closed)
        {
            closed = true;
            connection.Return(statement);
        }

        base.Dispose(disposing);
    }
}
