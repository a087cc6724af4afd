using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>Who may do what with presets. They belong to the installation: organisers share them.</summary>
public static class PresetAccess
{
    /// <summary>Whoever may set up a competition sees and uses all presets, and adds own ones.</summary>
    public static bool MayUse(Actor actor) => CompetitionsAccess.MayCreate(actor);

    /// <summary>Who made a preset, and administrators, change and remove it; a built-in one nobody.</summary>
    public static bool MayChange(Actor actor, PresetOrigin? own) => MayUse(actor) && own is not null && (actor.IsAdministrator || own.MadeBy == actor.AccountId);
}
