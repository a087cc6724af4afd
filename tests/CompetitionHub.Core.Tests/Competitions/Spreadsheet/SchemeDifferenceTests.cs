using CompetitionHub.Core.Competitions;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.TestKit.Builders;

namespace CompetitionHub.Core.Tests.Competitions.Spreadsheet;

public sealed class SchemeDifferenceTests
{
    private static readonly MarkingScheme Before = PresetSchemes.MeasurementList;

    [Fact]
    public void Same_HasNoChanges() => Assert.All(SchemePresets.All, preset => Assert.Empty(Of(preset.Scheme, preset.Scheme)));

    [Fact]
    public void Part_ThatComesOrGoes_ChangesNoOther()
    {
        var aspects = Before.AllAspects().ToList();
        var added = With([aspects[0], aspects[1] with { Key = "new" }, .. aspects[1..]]);

        Assert.Equal([(PartChange.Added, "new", "stages[0].modules[0].forms[0].aspects[1]")], Of(Before, added).Select(change => (change.Change, change.Key, change.Path)));
        Assert.Equal([(PartChange.Removed, "new", null)], Of(added, Before).Select(change => (change.Change, change.Key, change.Path)));
    }

    [Fact]
    public void Part_ThatMoved_SaysWhereItStands()
    {
        var aspects = Before.AllAspects().ToList();

        var changes = Of(Before, With([aspects[3], .. aspects[..3]]));

        Assert.Contains(new ChangedSetting("Sheet.Place", "A1 › A1-3", "A1"), changes.Single(change => change.Key == "A1-4").Settings);
    }

    [Fact]
    public void Settings_OfPartAndWhole_AreNamedBeforeAndAfter()
    {
        var aspects = Before.AllAspects().ToList();
        var after = With([aspects[0] with { Maximum = Score.Points(50), Role = AspectRole.Bonus }, .. aspects[1..]]) with { Ranks = RankStyle.Dense };

        var changes = Of(Before, after);

        Assert.Equal([new("aspect.maximum", "40", "50"), new("aspect.settings", "", "role=bonus")], changes[0].Settings);
        Assert.Equal((SchemeLevel.Total, new ChangedSetting("ranks", "shared", "dense")), (changes[1].Level, Assert.Single(changes[1].Settings)));
    }

    private static IReadOnlyList<SchemePartChange> Of(MarkingScheme before, MarkingScheme after) => SchemeDifference.Of(before, after, Sheets.Words[0]);

    private static MarkingScheme With(IReadOnlyList<Aspect> aspects)
    {
        var module = Before.Stages[0].Modules[0];
        return Before with { Stages = [Before.Stages[0] with { Modules = [module with { Forms = [module.Forms[0] with { Aspects = aspects }] }] }] };
    }
}
