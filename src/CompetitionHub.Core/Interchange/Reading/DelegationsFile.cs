using CompetitionHub.Core.Registration;

namespace CompetitionHub.Core.Interchange.Reading;

/// <summary>Reads <c>delegations.csv</c>.</summary>
internal static class DelegationsFile
{
    public static IReadOnlyList<DelegationDetails> Read(FolderFiles files, ProblemList problems)
    {
        var delegations = new List<DelegationDetails>();
        var codes = new HashSet<string>(StringComparer.Ordinal);
        CsvFile.Read(files, InterchangeFormat.DelegationsFile, InterchangeFormat.DelegationColumns, problems, row =>
        {
            var delegation = new DelegationDetails(row["code"], new(row["name_zh"], row["name_en"]));
            if (!row.Obeys(RegistrationRules.Check(delegation)))
            {
                return;
            }
            if (!codes.Add(delegation.Code))
            {
                row.Report("code", InterchangeErrors.Repeated(delegation.Code));
            }
            delegations.Add(delegation);
        });
        return delegations;
    }
}
