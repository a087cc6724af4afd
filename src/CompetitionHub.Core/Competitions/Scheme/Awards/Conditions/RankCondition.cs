using System.Text.Json;
using CompetitionHub.Core.Awards;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>Ranked among the first so many.</summary>
public sealed record RankCondition(int AtMost) : AwardCondition
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "rank";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    /// <inheritdoc/>
    public override bool IsMet(FieldLine line, ContestField field) => line.Rank <= AtMost;

    internal override Foresight Foresee(FieldLine line, ContestField field, Outlook outlook) =>
        outlook.MayBeAhead(line) < AtMost ? Foresight.Sure : outlook.SurelyAhead(line) >= AtMost ? Foresight.Impossible : Foresight.Open;

    internal override void Write(Utf8JsonWriter json) => json.WriteNumber("at_most", AtMost);
}
