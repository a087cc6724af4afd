using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace CompetitionHub.Core.Audit;

/// <summary>One stored row of <c>audit_entries</c>; the hash chains it to the one before.</summary>
internal sealed class AuditEntry
{
    public string CompetitionId { get; init; } = "";
    public long Seq { get; init; }
    public long At { get; init; }
    public string ActorId { get; init; } = "";
    public string ActorName { get; init; } = "";
    public string Action { get; init; } = "";
    public string SubjectType { get; init; } = "";
    public string SubjectId { get; init; } = "";
    public string? Before { get; init; }
    public string? After { get; init; }
    public string? Reason { get; init; }
    public string Hash { get; set; } = "";

    /// <summary>
    /// SHA-256 (lower-case hex) of the format's name, the previous hash and every field, each as a 4-byte big-endian length and its
    /// UTF-8 bytes, so that no two different entries have the same bytes; a missing field has length -1.
    /// </summary>
    public string ComputeHash(string previousHash)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        Add(buffer, "audit-1");
        Add(buffer, previousHash);
        Add(buffer, CompetitionId);
        Add(buffer, Seq.ToString(CultureInfo.InvariantCulture));
        Add(buffer, At.ToString(CultureInfo.InvariantCulture));
        Add(buffer, ActorId);
        Add(buffer, ActorName);
        Add(buffer, Action);
        Add(buffer, SubjectType);
        Add(buffer, SubjectId);
        Add(buffer, Before);
        Add(buffer, After);
        Add(buffer, Reason);
        return Convert.ToHexStringLower(SHA256.HashData(buffer.WrittenSpan));
    }

    private static void Add(ArrayBufferWriter<byte> buffer, string? field)
    {
        var length = field is null ? -1 : Encoding.UTF8.GetByteCount(field);
        BinaryPrimitives.WriteInt32BigEndian(buffer.GetSpan(4), length);
        buffer.Advance(4);
        if (field is not null)
        {
            buffer.Advance(Encoding.UTF8.GetBytes(field, buffer.GetSpan(length)));
        }
    }
}
