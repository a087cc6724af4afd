namespace CompetitionHub.Core.Shared;

/// <summary>What an account may be, in a competition or (administrator only) in the whole installation.</summary>
public enum Role
{
    /// <summary>Runs the installation: accounts, back-ups; may do whatever an organiser may, everywhere.</summary>
    Administrator,
    /// <summary>Sets up and runs one competition.</summary>
    Organiser,
    /// <summary>裁判长: directs the judges of one competition and may enter for a judge, on record.</summary>
    ChiefJudge,
    /// <summary>裁判员: marks the forms assigned.</summary>
    Judge,
    /// <summary>Sees staff pages of one competition, changes nothing.</summary>
    Viewer,
}

/// <summary>One role in one scope: a competition id, or <see cref="Everywhere"/>.</summary>
public sealed record RoleGrant(string Scope, Role Role)
{
    /// <summary>The scope of an administrator.</summary>
    public const string Everywhere = "*";
}

/// <summary>Who asks: the signed-in account with its grants. Services authorise with it; nobody else does.</summary>
public sealed record Actor(string AccountId, string UserName, string DisplayName, IReadOnlyList<RoleGrant> Grants)
{
    /// <summary>Nobody signed in: holds no grant.</summary>
    public static Actor Anonymous { get; } = new("", "", "", []);

    /// <summary>The program itself (command-line verbs, demo): holds the administrator's grant and is named so in the audit.</summary>
    public static Actor System { get; } = new("system", "system", "system", [new(RoleGrant.Everywhere, Role.Administrator)]);

    /// <summary>True for administrators of the installation.</summary>
    public bool IsAdministrator => Grants.Any(g => g is { Scope: RoleGrant.Everywhere, Role: Role.Administrator });

    /// <summary>True when the actor holds exactly this role in this competition.</summary>
    public bool Holds(string competitionId, Role role) => Grants.Any(g => g.Scope == competitionId && g.Role == role);

    /// <summary>May set up and run this competition: its organisers and administrators.</summary>
    public bool MayOrganise(string competitionId) => IsAdministrator || Holds(competitionId, Role.Organiser);

    /// <summary>May direct the marking of this competition: its chief judges and whoever may organise it.</summary>
    public bool MayDirectMarking(string competitionId) => MayOrganise(competitionId) || Holds(competitionId, Role.ChiefJudge);

    /// <summary>May read this competition's staff pages: everyone who directs it and its viewers. Judges may not.</summary>
    public bool MayView(string competitionId) => MayDirectMarking(competitionId) || Holds(competitionId, Role.Viewer);
}
