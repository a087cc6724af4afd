using System.Data;
using CompetitionHub.Core.Shared;
using Dapper;

namespace CompetitionHub.BrowserTests.Judging;

/// <summary>A command that the server said it has.</summary>
internal sealed record Acknowledged(string Device, string CommandId, string Kind, string EntryId, string AspectKey, int Seat, int Version, string Value)
{
    private const string Marks = "select device, command_id, entry_id, aspect_key, seat, version, value from marks";
    private const string Sheets = "select device, command_id, entry_id, seat, version from mark_sheets";

    /// <summary>Acknowledged commands that are not stored exactly as acknowledged, and stored rows of their devices beyond one for each.</summary>
    public static (int Lost, int Doubled) Compare(IReadOnlyList<Acknowledged> saved, IDbConnection connection)
    {
        var devices = saved.Select(a => a.Device).ToHashSet();
        var marks = connection.Query<(string Device, string Id, string Entry, string Aspect, int Seat, int Version, long Value)>(Marks)
            .Where(m => devices.Contains(m.Device)).ToLookup(m => m.Id);
        var sheets = connection.Query<(string Device, string Id, string Entry, int Seat, int Version)>(Sheets).Where(s => devices.Contains(s.Device)).ToLookup(s => s.Id);
        var lost = saved.Count(a => a.Kind == "mark"
            ? !marks[a.CommandId].Contains((a.Device, a.CommandId, a.EntryId, a.AspectKey, a.Seat, a.Version, ScoreText.Parse(a.Value).Value.Millionths))
            : !sheets[a.CommandId].Contains((a.Device, a.CommandId, a.EntryId, a.Seat, a.Version)));
        return (lost, marks.Sum(m => m.Count()) + sheets.Sum(s => s.Count()) - saved.Select(a => a.CommandId).Distinct().Count());
    }
}
