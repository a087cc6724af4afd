using CompetitionHub.Mutation;

// Of the real competitions only the small ones: the others take long and notice no more than the second calculator does.
string[] asked =
[
    .. new[]
    {
        "Standings", "Competitions.Scheme", "Shared", "Awards", "Teams", "JudgeStatistics", "Interchange", "Verification",
        "Datasets.HalfpipeTests", "Datasets.DecathlonTests", "Datasets.FormulaStudentTests",
    }.Select(name => $"CompetitionHub.Core.Tests.{name}"),
];
return args is ["host"]
    ? Host.Run(asked)
    : await new Campaign(args[0], args is [_, not "survivors" and var word] ? word : "", args is [_, "survivors"]).RunAsync();
