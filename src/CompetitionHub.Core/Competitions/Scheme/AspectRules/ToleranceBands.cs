using System.Text.Json;
using CompetitionHub.Core.Shared;
using CompetitionHub.Core.Standings;
using CompetitionHub.Core.Standings.Calculation;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>公差带: points by the first band that the measured value lies in, bounds included; outside all of them other points. domain.md §2.6-8.</summary>
public sealed record ToleranceBands(ValueList<ToleranceBand> Bands, Score Outside) : ValueRule
{
    /// <summary>The word in the scheme document.</summary>
    public const string RuleWord = "tolerance_bands";

    /// <inheritdoc/>
    public override string Word => RuleWord;

    private protected override Score? Least(Aspect aspect) => null;

    private protected override Outcome Points(AspectInput input, Score value)
    {
        foreach (var band in Bands)
        {
            if (value < band.From || value > band.To)
                continue;
            input.Worked?.Step(StepCodes.InBand, band.Points.ToFraction(), value, band.From is { } from ? from : "−∞", band.To is { } to ? to : "∞");
            return Outcome.Of(band.Points.ToFraction());
        }
        input.Worked?.Step(StepCodes.OutsideBands, Outside.ToFraction(), value);
        return Outcome.Of(Outside.ToFraction());
    }

    internal override Fraction? MostPoints(Aspect aspect, int judges) => Bands.Select(band => band.Points).Append(Outside).Max().ToFraction();

    internal override IEnumerable<(string Property, Error Error)> Check(Aspect aspect, MarkingForm form, MarkingScheme scheme)
    {
        foreach (var problem in base.Check(aspect, form, scheme))
            yield return problem;
        if (Bands.Count == 0)
            yield return ("rule.bands", SchemeErrors.TableEmpty());
        for (var i = 0; i < Bands.Count; i++)
        {
            if (Bands[i] is { From: { } from, To: { } to } && from > to)
                yield return ($"rule.bands[{i}].to", SchemeErrors.TableNotAscending());
            else if (IsCovered(i))
                yield return ($"rule.bands[{i}].from", SchemeErrors.BandCovered());
        }
    }

    private bool IsCovered(int place)
    {
        for (var earlier = 0; earlier < place; earlier++)
        {
            if (Bands[earlier].Covers(Bands[place]))
                return true;
        }
        return false;
    }

    internal override void Write(Utf8JsonWriter json)
    {
        json.WriteList("bands", Bands, static (writer, band) =>
        {
            writer.WriteOptional("from", band.From);
            writer.WriteOptional("to", band.To);
            writer.WriteScore("points", band.Points);
        });
        json.WriteScore("outside", Outside);
        base.Write(json);
    }

    internal static ToleranceBands Read(JsonObjectReader json) => new(
        json.Values("bands", band => new ToleranceBand(band.OptionalScore("from"), band.OptionalScore("to"), band.Score("points"))), json.Score("outside"))
    {
        ValueMax = ReadMax(json),
    };
}

/// <summary>A band of values, bounds included, null being open.</summary>
public sealed record ToleranceBand(Score? From, Score? To, Score Points)
{
    internal bool Covers(ToleranceBand other) =>
        (From is not { } from || from <= other.From) && (To is not { } to || to >= other.To);
}
