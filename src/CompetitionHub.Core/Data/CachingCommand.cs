using System.Collections;
using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace CompetitionHub.Core.Data;

/// <summary>The command Dapper sees: rents a prepared statement while it runs.</summary>
internal sealed class CachingCommand(CachingConnection connection) : DbCommand
{
    private readonly SqliteArguments arguments = new();

    [AllowNull]
    public override string CommandText { get; set; } = "";
    public override int CommandTimeout { get; set; }
    public override CommandType CommandType { get => CommandType.Text; set { } }
    public override bool DesignTimeVisible { get => false; set { } }
    public override UpdateRowSource UpdatedRowSource { get => UpdateRowSource.None; set { } }
    protected override DbConnection? DbConnection { get => connection; set { } }
    protected override DbParameterCollection DbParameterCollection => arguments;
    protected override DbTransaction? DbTransaction { get => null; set { } }

    public override void Cancel() { }
    public override void Prepare() { }
    protected override DbParameter CreateDbParameter() => new SqliteArgument();

    public override int ExecuteNonQuery()
    {
        var statement = Start();
        try
        {
            while (statement.Step())
            {
            }

            return statement.Changes;
        }
        finally
        {
            connection.Return(statement);
        }
    }

    public override object? ExecuteScalar()
    {
        var statement = Start();
        try
        {
            return statement.Step() ? statement.Value(0) : null;
        }
        finally
        {
            connection.Return(statement);
        }
    }

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) => new CachingReader(connection, Start());

    private SqliteStatement Start()
    {
        var statement = connection.Rent(CommandText);
        try
        {
            statement.Bind(arguments.Items);
            return statement;
        }
        catch
        {
            connection.Return(statement);
            throw;
        }
    }
}

/// <summary>One named value.</summary>
internal sealed class SqliteArgument : DbParameter
{
    [AllowNull]
    public override string ParameterName { get; set; } = "";
    public override object? Value { get; set; }
    public override DbType DbType { get; set; }
    public override ParameterDirection Direction { get; set; } = ParameterDirection.Input;
    public override bool IsNullable { get; set; }
    public override int Size { get; set; }
    [AllowNull]
    public override string SourceColumn { get; set; } = "";
    public override bool SourceColumnNullMapping { get; set; }
    public override void ResetDbType() { }
}

/// <summary>The values of a command, in the order they were added.</summary>
internal sealed class SqliteArguments : DbParameterCollection
{
    public List<SqliteArgument> Items { get; } = [];

    public override int Count => Items.Count;
    public override object SyncRoot => Items;

    public override int Add(object value)
    {
        Items.Add((SqliteArgument)value);
        return Items.Count - 1;
    }

    public override void AddRange(Array values) => Items.AddRange(values.Cast<SqliteArgument>());
    public override void Clear() => Items.Clear();
    public override bool Contains(object value) => Items.Contains((SqliteArgument)value);
    public override bool Contains(string value) => IndexOf(value) >= 0;
    public override void CopyTo(Array array, int index) => ((ICollection)Items).CopyTo(array, index);
    public override IEnumerator GetEnumerator() => Items.GetEnumerator();
    public override int IndexOf(object value) => Items.IndexOf((SqliteArgument)value);
    public override int IndexOf(string parameterName) => Items.FindIndex(p => p.ParameterName == parameterName);
    public override void Insert(int index, object value) => Items.Insert(index, (SqliteArgument)value);
    public override void Remove(object value) => Items.Remove((SqliteArgument)value);
    public override void RemoveAt(int index) => Items.RemoveAt(index);
    public override void RemoveAt(string parameterName) => Items.RemoveAt(IndexOf(parameterName));
    protected override DbParameter GetParameter(int index) => Items[index];
    protected override DbParameter GetParameter(string parameterName) => Items[IndexOf(parameterName)];
    protected override void SetParameter(int index, DbParameter value) => Items[index] = (SqliteArgument)value;
    protected override void SetParameter(string parameterName, DbParameter value) => Items[IndexOf(parameterName)] = (SqliteArgument)value;
}
