using System.Globalization;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings.Calculation;
using CompetitionHub.Web.Hosting;
using Microsoft.Extensions.Localization;

namespace CompetitionHub.Web.Features.Awards;

/// <summary>Says rules for awards and advancement, and what decided, in the reader's language.</summary>
public sealed class AwardWords(IStringLocalizer<AwardsText> texts)
{
    /// <summary>"10 % of those who took part, rounded down, counted from the top".</summary>
    public string Say(Award award, AwardGroup group)
    {
        var quota = Say(award.Quota, group.Base, group.Medals);
        return award.FromTop ? texts["Quota.FromTop", quota] : quota;
    }

    /// <summary>"10 % of those who took part, rounded down".</summary>
    public string Say(Quota quota, FieldBase of, MedalRule? medals = null) => quota switch
    {
        NumberQuota number => texts["Quota.number", number.Count],
        ShareQuota share => texts["Quota.share", Share(share.Part, share.Whole), texts["Base." + SchemeWords.Of(Core.Competitions.Scheme.AwardWords.Bases, of)], texts["Round." + SchemeWords.Of(Core.Competitions.Scheme.AwardWords.Roundings, share.Rounding)]],
        FieldSizeQuota table => texts["Quota.field_size", string.Join(texts["Comma"], table.Rows.Select(Row)), texts["Base." + SchemeWords.Of(Core.Competitions.Scheme.AwardWords.Bases, of)]],
        CutOffQuota { Part: { } part } cutOff => texts["Quota.cut_off_share", Share(part, cutOff.Whole), texts["Base." + SchemeWords.Of(Core.Competitions.Scheme.AwardWords.Bases, of)]],
        MedalQuota => texts["Quota.medal", medals?.Tolerance ?? Score.Zero],
        _ => texts["Quota." + quota.Word],
    };

    /// <summary>"total ≥ 60, module A ≥ 30"; empty without conditions.</summary>
    public string Say(IReadOnlyList<AwardCondition> conditions, MarkingScheme scheme) =>
        string.Join(texts["Comma"], conditions.Select(condition => Say(condition, scheme)));

    /// <summary>"all with the same points are included".</summary>
    public string Say(TieRule ties) => texts["Ties." + SchemeWords.Of(Core.Competitions.Scheme.AwardWords.Ties, ties)];

    /// <summary>The sentence of what decided.</summary>
    public string Say(AwardNote note) => texts["Note." + note.Code, [.. note.Args]];

    /// <summary>"points", or the comparator: "module A · Assembly".</summary>
    public string DecidedBy(int owner, MarkingScheme scheme) => owner switch
    {
        CompiledScheme.ReachedStage => texts["By.reached_stage"],
        ContestField.Decision => texts["By.decision"],
        0 => texts["By.points"],
        _ => Comparator(scheme.TieBreaks[owner - 1], scheme),
    };

    /// <summary>Points as text, with as many decimals as the total has.</summary>
    public static string Points(Fraction? points, MarkingScheme scheme) =>
        points is { } value ? ScoreText.Format(value, (scheme.Rounding.Total ?? scheme.Rounding.Stage)?.Decimals) : "–";

    private string Say(AwardCondition condition, MarkingScheme scheme) => condition switch
    {
        RankCondition rank => texts["Condition.rank", rank.AtMost],
        FullMarksCondition full => texts["Condition.full_marks", full.Count],
        TotalCondition total => Within(texts["Condition.total"], total.Limits),
        ScaleCondition scale => Within(texts["Condition.scale"], scale.Limits),
        PartCondition part => Within(Name(part.Level, part.Key, scheme), part.Limits),
        _ => condition.Word,
    };

    private static string Within(string subject, Limits limits) => (limits.AtLeast, limits.AtMost) switch
    {
        ({ } least, { } most) => $"{subject} {least}–{most}",
        ({ } least, null) => $"{subject} ≥ {least}",
        (null, { } most) => $"{subject} ≤ {most}",
        _ => subject,
    };

    private string Comparator(TieBreak tieBreak, MarkingScheme scheme) => tieBreak switch
    {
        ModuleTieBreak module => Name(SchemeLevel.Module, module.Key, scheme),
        FormTieBreak form => Name(SchemeLevel.Form, form.Key, scheme),
        StageTieBreak stage => Name(SchemeLevel.Stage, stage.Key, scheme),
        AspectTieBreak aspect => Name(SchemeLevel.Aspect, aspect.Key, scheme),
        _ => texts["By." + tieBreak.Word],
    };

    private string Name(SchemeLevel level, string key, MarkingScheme scheme)
    {
        var name = level switch
        {
            SchemeLevel.Stage => scheme.Stages.FirstOrDefault(part => part.Key == key)?.Name,
            SchemeLevel.Module => scheme.AllModules().FirstOrDefault(part => part.Key == key)?.Name,
            SchemeLevel.Form => scheme.FindForm(key)?.Name,
            SchemeLevel.Aspect => scheme.AllAspects().FirstOrDefault(part => part.Key == key)?.Name,
            SchemeLevel.Panel or SchemeLevel.Total => null,
        };
        return texts["Part." + level.ToString().ToLowerInvariant(), name?.In(Languages.Current) is { Length: > 0 } said ? said : key];
    }

    private string Share(Score part, Score whole) =>
        whole == Score.Points(100) ? string.Create(CultureInfo.InvariantCulture, $"{part} %") : texts["Share.Of", part, whole];

    private string Row(FieldSizeRow row) => (row.From, row.To) switch
    {
        ({ } from, { } to) => texts["Row.Between", from, to, row.Count],
        (null, { } to) => texts["Row.UpTo", to, row.Count],
        ({ } from, null) => texts["Row.From", from, row.Count],
        _ => texts["Row.Any", row.Count],
    };
}
