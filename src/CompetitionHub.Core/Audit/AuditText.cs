using System.Collections.Frozen;
using System.Text.Json;

namespace CompetitionHub.Core.Audit;

/// <summary>The stored name of each action, and back.</summary>
internal static class AuditText
{
    private static readonly FrozenDictionary<AuditAction, string> Names =
        Enum.GetValues<AuditAction>().ToFrozenDictionary(a => a, a => JsonNamingPolicy.SnakeCaseLower.ConvertName(a.ToString()));

    private static readonly FrozenDictionary<string, AuditAction> Actions = Names.ToFrozenDictionary(p => p.Value, p => p.Key);

    public static string Of(AuditAction action) => Names[action];

    /// <summary>Null for an action of a newer release.</summary>
    public static AuditAction? Parse(string name) => Actions.TryGetValue(name, out var action) ? action : null;
}
