using System.Security.Cryptography;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Registration;

/// <summary>
/// Keeps files between upload and decision, in memory: each for its account and competition only, for half an hour, the
/// oldest dropped when there are many. A restart loses them; the person uploads again.
/// </summary>
public sealed class ImportUploads(TimeProvider time)
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private const int Limit = 20;

    private readonly Lock gate = new();
    private readonly List<Upload> uploads = [];

    /// <summary>Keeps what an upload gave, a refusal too; the id that finds it again.</summary>
    public string Keep(string accountId, string competitionId, Result<ImportFile> file)
    {
        var id = RandomNumberGenerator.GetHexString(24, lowercase: true);
        lock (gate)
        {
            DropOld();
            if (uploads.Count >= Limit)
            {
                uploads.RemoveAt(0);
            }
            uploads.Add(new(id, accountId, competitionId, time.GetUtcNow(), file));
        }
        return id;
    }

    /// <summary>What was kept, or the refusal that it is gone.</summary>
    public Result<ImportFile> Find(string id, string accountId, string competitionId)
    {
        lock (gate)
        {
            DropOld();
            return uploads.FirstOrDefault(u => u.Id == id && u.AccountId == accountId && u.CompetitionId == competitionId)?.File
                ?? RegistrationErrors.UploadGone();
        }
    }

    /// <summary>Forgets an upload that was applied.</summary>
    public void Drop(string id)
    {
        lock (gate)
        {
            uploads.RemoveAll(u => u.Id == id);
        }
    }

    private void DropOld() => uploads.RemoveAll(u => u.At + Lifetime < time.GetUtcNow());

    private sealed record Upload(string Id, string AccountId, string CompetitionId, DateTimeOffset At, Result<ImportFile> File);
}
