namespace CompetitionHub.Core.Data;

/// <summary>Too many transactions wait already; the web answers 503 with <c>Retry-After</c>.</summary>
public sealed class DatabaseBusyException(string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>How long a client should wait before it tries again.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(2);
}

/// <summary>Another process holds the database; the message says what to do.</summary>
public sealed class DatabaseInUseException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>The database is not in the state this program can work with (migrations, encoding, damaged archive); the message says what to do.</summary>
public sealed class DatabaseStateException(string message, Exception? inner = null) : Exception(message, inner);

/// <summary>A row broke a primary key or unique index. The transaction is lost: catch it outside and answer with a conflict.</summary>
public sealed class UniqueViolationException(string table, Exception inner) : Exception($"A row of {table} exists already.", inner)
{
    /// <summary>The table whose key was broken.</summary>
    public string Table { get; } = table;
}

/// <summary>A text that neither database can keep as it is: it holds a zero character or half of a surrogate pair. Nobody types that; the web answers 400.</summary>
public sealed class UnstorableTextException(Exception? inner = null) : Exception("A text holds characters that cannot be stored.", inner);
