using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace CompetitionHub.Core.Audit;

/// <summary>
/// Personal data inside <c>before</c> or <c>after</c> of an audit entry: <c>after: new { name = Personal.Of(entry.NameZh) }</c>.
/// Only a digest with the competition's salt is stored: equal values can be recognised, none can be read.
/// </summary>
[JsonConverter(typeof(PersonalConverter))]
public sealed record Personal
{
    private readonly string text;

    private Personal(string text) => this.text = text;

    /// <summary>Wraps a value; null stays null.</summary>
    public static Personal? Of(string? text) => text is null ? null : new(text);

    /// <inheritdoc/>
    public override string ToString() => "(personal)";

    /// <summary>HMAC-SHA-256 of the UTF-8 text under the salt: the first 128 bits as lower-case hex.</summary>
    internal string Digest(string salt) =>
        "digest:" + Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(salt), Encoding.UTF8.GetBytes(text)).AsSpan(0, 16));
}

/// <summary>Writes the digest. The salt of the competition at hand is set around each serialisation, which is synchronous.</summary>
internal sealed class PersonalConverter : JsonConverter<Personal>
{
    [ThreadStatic]
    private static string? salt;

    public static string? Salt { get => salt; set => salt = value; }

    public override Personal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("A digest cannot be turned back.");

    public override void Write(Utf8JsonWriter writer, Personal value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Digest(Salt ?? throw new InvalidOperationException("Personal data is written to the audit log only.")));
}
