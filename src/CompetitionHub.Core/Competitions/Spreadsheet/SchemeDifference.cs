using CompetitionHub.Core.Competitions.Scheme;
using CompetitionHub.Core.Shared;

namespace CompetitionHub.Core.Competitions;

/// <summary>What happened to a part of a scheme.</summary>
public enum PartChange
{
    /// <summary>It is new.</summary>
    Added,
    /// <summary>It says something else, or stands elsewhere.</summary>
    Changed,
    /// <summary>It is gone.</summary>
    Removed,
}

/// <summary>A part that differs between two schemes; <paramref name="Level"/> total speaks of the whole.</summary>
public sealed record SchemePartChange(SchemeLevel Level, string Key, LocalText Name, PartChange Change, IReadOnlyList<ChangedSetting> Settings)
{
    /// <summary>Its place in the later scheme; null when it is gone.</summary>
    public string? Path { get; init; }
}

/// <summary>A setting before and after, in the reader's words.</summary>
public sealed record ChangedSetting(string What, string Before, string After);

/// <summary>Compares two schemes part by part, in the cells of their spreadsheet.</summary>
public static class SchemeDifference
{
    /// <summary>The parts that differ: those of the later scheme in their order, then those that are gone, then the whole.</summary>
    public static IReadOnlyList<SchemePartChange> Of(MarkingScheme before, MarkingScheme after, ISchemeWords words)
    {
        var both = Places(before).ToHashSet();
        both.IntersectWith(Places(after));
        var (old, now) = (Parts(before, words, both), Parts(after, words, both));
        var known = old.ToLookup(part => (part.Level, part.Key));
        var left = now.Select(part => (part.Level, part.Key)).ToHashSet();
        return
        [
            .. now.Select(part => known[(part.Level, part.Key)].FirstOrDefault() is { } earlier ? Changed(earlier, part, words) : part.As(PartChange.Added, [])).OfType<SchemePartChange>(),
            .. old.Where(part => !left.Contains((part.Level, part.Key))).Select(part => part.As(PartChange.Removed, []) with { Path = null }),
            .. Whole(before, after, words),
        ];
    }

    private static SchemePartChange? Changed(Part before, Part after, ISchemeWords words)
    {
        List<ChangedSetting> settings =
        [
            .. SchemeColumn.Of(after.Level).Select((column, i) => new ChangedSetting(column.Heading(words), before.Cells[i], after.Cells[i])).Where(setting => setting.Before != setting.After),
        ];
        if (before.Place != after.Place)
            settings.Add(new(words.Text("Sheet.Place"), before.Place, after.Place));
        return settings.Count == 0 ? null : after.As(PartChange.Changed, settings);
    }

    private static IEnumerable<SchemePartChange> Whole(MarkingScheme before, MarkingScheme after, ISchemeWords words)
    {
        List<ChangedSetting> settings =
        [
            .. SchemeSheet.WholeRows(before, words).Zip(SchemeSheet.WholeRows(after, words), (one, other) => new ChangedSetting(one[0], one[1], other[1])).Where(setting => setting.Before != setting.After),
        ];
        return settings.Count == 0 ? [] : [new(SchemeLevel.Total, "", new("", ""), PartChange.Changed, settings)];
    }

    private static IEnumerable<(SchemeLevel Level, string Above, string Key)> Places(MarkingScheme scheme)
    {
        IEnumerable<(SchemeLevel, string, string)> Of(List<DraftObject> siblings, SchemeLevel level, string above) => siblings.SelectMany(part =>
            (SchemeSheet.Below(level) is { } below ? Of(part.Rows(below.Name), below.Level, part.Key) : []).Prepend((level, above, part.Key)));
        return Of(SchemeDraft.Of(scheme).Stages, SchemeLevel.Stage, "");
    }

    private static List<Part> Parts(MarkingScheme scheme, ISchemeWords words, HashSet<(SchemeLevel, string, string)> both)
    {
        var parts = new List<Part>();
        void Add(List<DraftObject> siblings, SchemeLevel level, string above, string path)
        {
            var last = "";
            for (var i = 0; i < siblings.Count; i++)
            {
                // The place is the part above and the sibling before that is in both schemes: a part that comes or goes does not move those behind it.
                var place = string.Join(" › ", new[] { above, last }.Where(key => key.Length > 0));
                if (both.Contains((level, above, siblings[i].Key)))
                    last = siblings[i].Key;
                var at = $"{path}[{i}]";
                parts.Add(new(level, siblings[i], place, at, SchemeSheet.Cells(level, siblings[i], words)));
                if (SchemeSheet.Below(level) is { } below)
                    Add(siblings[i].Rows(below.Name), below.Level, siblings[i].Key, $"{at}.{below.Name}");
            }
        }
        Add(SchemeDraft.Of(scheme).Stages, SchemeLevel.Stage, "", "stages");
        return parts;
    }

    private sealed record Part(SchemeLevel Level, DraftObject Draft, string Place, string Path, IReadOnlyList<string> Cells)
    {
        public string Key => Draft.Key;

        public SchemePartChange As(PartChange change, IReadOnlyList<ChangedSetting> settings) =>
            new(Level, Key, new(Draft.Group("name")["zh"], Draft.Group("name")["en"]), change, settings) { Path = Path };
    }
}
