using CompetitionHub.Mutation;

string[] namespaces = [.. new[] { "Standings", "Competitions.Scheme", "Shared", "Awards", "Teams", "Interchange", "Verification" }.Select(name => $"CompetitionHub.Core.Tests.{name}")];
return args is ["host"]
    ? Host.Run(namespaces)
    : await new Campaign(args[0], args is [_, not "survivors" and var word] ? word : "", args is [_, "survivors"]).RunAsync();
