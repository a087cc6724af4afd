using CompetitionHub.Core.Data;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Audit;

/// <summary>What walking a chain found: intact when <see cref="BrokenAt"/> is null; the head is for printing and showing elsewhere.</summary>
public sealed record AuditVerification(string CompetitionId, long Entries, string Head, long? BrokenAt, AuditDamage? Damage)
{
    /// <summary>True when every entry follows from the one before and the last is the head.</summary>
    public bool Intact => BrokenAt is null;
}

/// <summary>What is wrong with the first broken link.</summary>
public enum AuditDamage
{
    /// <summary>A field of the entry, or its hash, was changed, or the entry before was exchanged.</summary>
    Changed,
    /// <summary>The entry is not there.</summary>
    Missing,
    /// <summary>All entries follow, but the stored head is another one: the end of the chain was cut off or written anew.</summary>
    HeadDiffers,
    /// <summary>The chain is whole; a mark or sheet that the entry speaks of is not what it says.</summary>
    MarksDiffer,
    /// <summary>The chain is whole; there are marks or sheets that no entry speaks of.</summary>
    MarksUntraced,
}

/// <summary>Walks the hash chain of a competition, then compares its marks with it.</summary>
public sealed class AuditVerifier(Database database)
{
    private const int PageSize = 2000;

    private const string FindCompetition = "select id from competitions where slug = @slug";

    private const string FindHead = "select seq as Seq, hash as Hash from audit_heads where competition_id = @competitionId";

    private const string NextEntries =
        """
        select competition_id as CompetitionId, seq as Seq, at as At, actor_id as ActorId, actor_name as ActorName, action as Action,
          subject_type as SubjectType, subject_id as SubjectId, before as Before, after as After, reason as Reason, hash as Hash
        from audit_entries
        where competition_id = @competitionId and seq > @seq
        order by seq
        limit @limit
        """;

    /// <summary>Verifies the chain of a competition by its slug, or that of the installation (<c>*</c>), in one snapshot.</summary>
    public Task<Result<AuditVerification>> VerifyAsync(string slugOrInstallation, CancellationToken cancellationToken = default) =>
        database.ReadAsync<Result<AuditVerification>>(async session =>
        {
            var competitionId = slugOrInstallation == AuditLog.Installation
                ? AuditLog.Installation
                : await session.ScalarAsync<string>(FindCompetition, new { slug = slugOrInstallation });
            return competitionId is null
                ? AuditErrors.UnknownCompetition(slugOrInstallation)
                : await WalkAsync(session, competitionId, cancellationToken);
        }, cancellationToken);

    private static async Task<AuditVerification> WalkAsync(DbSession session, string competitionId, CancellationToken cancellationToken)
    {
        var head = await session.QuerySingleOrDefaultAsync<Head>(FindHead, new { competitionId }) ?? new Head();
        var records = new MarkRecords(session, competitionId);
        long seq = 0;
        long? differs = null;
        var hash = "";
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var page = await session.QueryAsync<AuditEntry>(NextEntries, new { competitionId, seq, limit = PageSize });
            foreach (var entry in page)
            {
                if (entry.Seq != seq + 1)
                {
                    return Broken(seq + 1, AuditDamage.Missing);
                }

                if (entry.ComputeHash(hash) != entry.Hash)
                {
                    return Broken(entry.Seq, AuditDamage.Changed);
                }

                (seq, hash) = (entry.Seq, entry.Hash);
            }

            // A chain that is broken further on says nothing for sure: it is walked to its end first.
            differs ??= await records.FindDifferenceAsync(page);
            if (page.Count < PageSize)
            {
                return head.Seq > seq ? Broken(seq + 1, AuditDamage.Missing)
                    : head.Seq < seq || head.Hash != hash ? Broken(seq, AuditDamage.HeadDiffers)
                    : differs is { } at ? Broken(at, AuditDamage.MarksDiffer)
                    : await records.HasUntracedAsync() ? Broken(seq, AuditDamage.MarksUntraced)
                    : new AuditVerification(competitionId, seq, hash, null, null);
            }
        }

        AuditVerification Broken(long at, AuditDamage damage) => new(competitionId, seq, head.Hash, at, damage);
    }

    private sealed class Head
    {
        public long Seq { get; init; }
        public string Hash { get; init; } = "";
    }
}
