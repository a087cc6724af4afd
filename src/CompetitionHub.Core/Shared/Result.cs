namespace CompetitionHub.Core.Shared;

/// <summary>The closed set of ways in which a use case can be refused; the web maps each to one HTTP status.</summary>
public enum ErrorKind
{
    /// <summary>The thing does not exist, or the actor must not learn that it does.</summary>
    NotFound,
    /// <summary>The actor may not do this.</summary>
    Forbidden,
    /// <summary>The input breaks a rule; correct it and try again.</summary>
    Invalid,
    /// <summary>Somebody else changed the thing first; look again.</summary>
    Conflict,
    /// <summary>The thing is frozen, closed or not open yet.</summary>
    Closed,
}

/// <summary>
/// A refusal: a kind, a stable code that is also the key of its localised sentence (<c>Error.{Code}</c> in the
/// web's resources), and the arguments of that sentence in order.
/// </summary>
public sealed record Error(ErrorKind Kind, string Code, params object[] Args)
{
    /// <summary>Name of the input field the refusal belongs to, when there is one.</summary>
    public string? Field { get; init; }

    /// <inheritdoc/>
    public bool Equals(Error? other) =>
        other is not null && Kind == other.Kind && Code == other.Code && Field == other.Field && Args.SequenceEqual(other.Args);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, Code, Field);

    /// <inheritdoc/>
    public override string ToString() => Args.Length == 0 ? $"{Kind}: {Code}" : $"{Kind}: {Code}({string.Join(", ", Args)})";
}

/// <summary>Outcome of a use case without a value: success, or at least one <see cref="Error"/>.</summary>
public class Result
{
    private static readonly Result Ok = new([]);

    /// <summary>Creates an outcome; an empty list is success.</summary>
    protected Result(IReadOnlyList<Error> errors) => Errors = errors;

    /// <summary>All reasons for the refusal; empty on success.</summary>
    public IReadOnlyList<Error> Errors { get; }

    /// <summary>True when nothing was refused.</summary>
    public bool Succeeded => Errors.Count == 0;

    /// <summary>The first reason for the refusal. Throws on success.</summary>
    public Error Error => Errors.Count > 0 ? Errors[0] : throw new InvalidOperationException("The result is a success.");

    /// <summary>The outcome of something that worked.</summary>
    public static Result Success() => Ok;

    /// <summary>A refusal with all its reasons (at least one).</summary>
    public static Result Failure(IReadOnlyList<Error> errors) =>
        errors.Count > 0 ? new Result(errors) : throw new ArgumentException("A failure names a reason.", nameof(errors));

    /// <summary>Lets a use case <c>return SomeErrors.NotOpen();</c>.</summary>
    public static implicit operator Result(Error error) => new([error]);
}

/// <summary>Outcome of a use case that gives a value on success.</summary>
public sealed class Result<T> : Result
{
    private readonly T? value;

    private Result(T value) : base([]) => this.value = value;

    private Result(IReadOnlyList<Error> errors) : base(errors) { }

    /// <summary>The value of a success. Throws on a refusal.</summary>
    public T Value => Succeeded ? value! : throw new InvalidOperationException($"The result is a refusal: {Error}");

    /// <summary>A success, for values of an interface type, which cannot be converted implicitly.</summary>
    public static Result<T> Of(T value) => new(value);

    /// <summary>A refusal with all its reasons (at least one).</summary>
    public static new Result<T> Failure(IReadOnlyList<Error> errors) =>
        errors.Count > 0 ? new Result<T>(errors) : throw new ArgumentException("A failure names a reason.", nameof(errors));

    /// <summary>Lets a use case <c>return value;</c>.</summary>
    public static implicit operator Result<T>(T value) => new(value);

    /// <summary>Lets a use case <c>return SomeErrors.NotOpen();</c>.</summary>
    public static implicit operator Result<T>(Error error) => new([error]);
}
