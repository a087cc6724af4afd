namespace CompetitionHub.TestKit.Datasets;

/// <summary>coffee_cqi: one list of 1,311 lots; ten attributes from elsewhere are added and nothing is rounded before the end.</summary>
public static class Coffee
{
    public const string Name = "coffee_cqi";

    private static readonly string[] Attributes =
        ["aroma", "flavor", "aftertaste", "acidity", "body", "balance", "uniformity", "clean_cup", "sweetness", "cupper_points"];

    /// <summary>Writes one interchange folder under <paramref name="target"/>.</summary>
    public static ConvertedDataset Convert(string dataset, string target)
    {
        var draft = new CompetitionDraft("coffee", "Arabica cuppings", 2018);
        var contest = draft.Contest("arabica", "Arabica", Scheme);
        var official = new List<OfficialResult>();
        foreach (var row in DatasetFolder.Rows(dataset, "arabica.csv"))
        {
            var code = row["lot_id"];
            contest.Entry(code, $"{row["country"]} {code}");
            foreach (var attribute in Attributes)
                contest.Mark(code, attribute, row[attribute]);
            official.Add(new(draft.Slug, contest.Slug, code, row["total_cup_points"], null));
        }
        return new([draft.Write(target)], official);
    }

    private static readonly string Scheme = $$"""
        {
          "full_mark": 100,
          "stages": [{
            "key": "cupping", "name": {"en": "Cupping"},
            "modules": [{
              "key": "cup", "name": {"en": "Cup"},
              "forms": [{
                "key": "cup", "name": {"en": "Cup"}, "judges": 0,
                "aspects": [{{SchemeText.Each(Attributes, attribute => $$"""
                  {"key": "{{attribute}}", "name": {"en": "{{attribute}}"}, "rule": {"kind": "imported"}, "maximum": 10}
                  """)}}]
              }]
            }]
          }],
          "rounding": { "total": { "decimals": 2 } }
        }
        """;
}
