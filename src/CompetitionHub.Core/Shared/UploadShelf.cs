using System.Security.Cryptography;

namespace CompetitionHub.Core.Shared;

/// <summary>
/// Keeps what was read from files between upload and decision, in memory: each for its account and place only, for half an hour, the
/// oldest dropped when there are many. A restart loses them; the person uploads again.
/// </summary>
/// <typeparam name="T">What is read from a file.</typeparam>
public sealed class UploadShelf<T>(TimeProvider time) where T : class
{
    private static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(30);
    private const int Limit = 20;

    private readonly Lock gate = new();
    private readonly List<Upload> uploads = [];

    /// <summary>Keeps what an upload gave, a refusal too; the id that finds it again.</summary>
    /// <param name="accountId">Who uploaded.</param>
    /// <param name="place">The competition, contest or page it is for.</param>
    /// <param name="file">What was read.</param>
    public string Keep(string accountId, string place, Result<T> file)
    {
        var id = RandomNumberGenerator.GetHexString(24, lowercase: true);
        lock (gate)
        {
            DropOld();
            if (uploads.Count >= Limit)
                uploads.RemoveAt(0);
            uploads.Add(new(id, accountId, place, time.GetUtcNow(), file));
        }
        return id;
    }

    /// <summary>What was kept, or null when it is gone.</summary>
    public Result<T>? Find(string id, string accountId, string place)
    {
        lock (gate)
        {
            DropOld();
            return uploads.FirstOrDefault(u => u.Id == id && u.AccountId == accountId && u.Place == place)?.File;
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

    private sealed record Upload(string Id, string AccountId, string Place, DateTimeOffset At, Result<T> File);
}
