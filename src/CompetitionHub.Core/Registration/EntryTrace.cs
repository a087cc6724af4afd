using CompetitionHub.Core.Audit;

namespace CompetitionHub.Core.Registration;

/// <summary>What the audit keeps of an entry: people only as digests.</summary>
internal static class EntryTrace
{
    /// <summary>The entry for <c>before</c> or <c>after</c>.</summary>
    public static object Traced(this Entry entry) => new
    {
        entry.Code,
        entry.ContestId,
        entry.DelegationId,
        entry.ImportId,
        Name = Personal.Of(entry.Name.Zh),
        NameEn = Personal.Of(entry.Name.En),
        Panel = entry.Panel.Length == 0 ? null : entry.Panel,
        Members = entry.Members.Count == 0 ? null : Personal.Of(string.Join('\n', entry.Members)),
    };
}
