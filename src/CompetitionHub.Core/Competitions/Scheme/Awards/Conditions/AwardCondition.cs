using System.Text.Json;
using CompetitionHub.Core.Awards;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions.Scheme;

/// <summary>
/// What an entry must fulfil for an award or to qualify. One small class per condition, chosen by its word in the scheme document; a new one is one
/// file and one line in <see cref="AwardConditionWords"/>.
/// </summary>
public abstract record AwardCondition
{
    /// <summary>The word of the condition in the scheme document.</summary>
    public abstract string Word { get; }

    /// <summary>True when it reads single parts of the arithmetic, not only the line of the board.</summary>
    public virtual bool NeedsParts => false;

    /// <summary>Whether a ranked entry fulfils it by the marks that are in.</summary>
    public abstract bool IsMet(FieldLine line, ContestField field);

    /// <summary>What is known already while marks are missing; by default nothing before the entry's points are final.</summary>
    internal virtual Foresight Foresee(FieldLine line, ContestField field, Outlook outlook) =>
        !line.IsFinal ? Foresight.Open : IsMet(line, field) ? Foresight.Sure : Foresight.Impossible;

    /// <summary>Why the scheme cannot be asked this, or null.</summary>
    internal virtual IEnumerable<(string Property, Error Error)> Check(MarkingScheme scheme) => [];

    /// <summary>What is worth a look, as pairs of property and sentence.</summary>
    internal virtual IEnumerable<(string Property, Error Error)> Advise(MarkingScheme scheme) => [];

    /// <summary>Writes the condition's own properties; the word is there already.</summary>
    internal virtual void Write(Utf8JsonWriter json) { }
}

/// <summary>What can be said about a condition while marks are missing.</summary>
public enum Foresight
{
    /// <summary>It may come either way.</summary>
    Open,
    /// <summary>It will be met, whatever the missing marks are.</summary>
    Sure,
    /// <summary>It cannot be met any more.</summary>
    Impossible,
}
