using CompetitionHub.Core.Audit;
using CompetitionHub.Core.Data;

namespace CompetitionHub.Web.Hosting.Verbs;

/// <summary>The verbs that look after the data.</summary>
public static class DatabaseVerbs
{
    public static async Task<int> MigrateAsync(VerbContext verb)
    {
        await verb.OpenAsync(DatabaseAccess.Migrate);
        return await verb.SayAsync("Migrate.Done");
    }

    public static async Task<int> BackupAsync(VerbContext verb)
    {
        var file = Path.GetFullPath(verb.Arguments.Operands[0]);
        await verb.Get<Backup>().CreateAsync(file);
        return await verb.SayAsync("Backup.Done", file);
    }

    public static async Task<int> RestoreAsync(VerbContext verb)
    {
        var file = Path.GetFullPath(verb.Arguments.Operands[0]);
        var report = await verb.Get<Backup>().RestoreAsync(file);
        await verb.SayAsync("Restore.Done", file);
        return report.MovedTo is { } aside ? await verb.SayAsync("Restore.Aside", aside) : VerbContext.Done;
    }

    public static async Task<int> VerifyAsync(VerbContext verb)
    {
        await verb.OpenAsync(DatabaseAccess.ReadOnly);
        var chain = verb.Arguments.Operands[1];
        var verified = await verb.Get<AuditVerifier>().VerifyAsync(chain);
        if (!verified.Succeeded)
        {
            return await verb.RefuseAsync(verified);
        }
        if (verified.Value is { BrokenAt: { } at, Damage: { } damage })
        {
            await verb.SayAsync("Verify.Broken", chain, at, verb.Text("Verify." + damage));
            return VerbContext.Refused;
        }
        return await verb.SayAsync("Verify.Intact", chain, verified.Value.Entries, verified.Value.Head);
    }
}
