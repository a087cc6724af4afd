using System.Collections.Concurrent;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using CompetitionHub.Core.Standings;

namespace CompetitionHub.Web.Features.Live;

/// <summary>A board at one moment, for all its readers: immutable but for pages that are rendered when somebody first asks for them.</summary>
public sealed class BoardState
{
    /// <summary>Readers that are at most so many states behind get what changed; others load the board anew.</summary>
    private const int KeptFrames = 24;

    /// <summary>Movement is shown against the ranking before the present burst of marks.</summary>
    private static readonly TimeSpan Burst = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<(BoardAsk Ask, string Culture, string Prefix), Lazy<Task<CachedPage>>> pages = new();
    private readonly FrozenDictionary<string, int> baseline;
    private readonly DateTimeOffset baselineAt;

    private BoardState(BoardView view, FrozenDictionary<string, string> contents, FrozenDictionary<string, int> baseline, DateTimeOffset baselineAt)
    {
        View = view;
        Contents = contents;
        this.baseline = baseline;
        this.baselineAt = baselineAt;
        Id = MakeId(view, contents, view.Board.Revision);
    }

    public BoardView View { get; }

    /// <summary>Names what the board shows: revision and digest. Equal ids mean equal boards, on every node and after a restart.</summary>
    public string Id { get; }

    /// <summary>What changed lately, the newest last.</summary>
    public ImmutableArray<BoardFrame> Frames { get; private set; } = [];

    /// <summary>The stored line of each entry as text, to see which changed.</summary>
    public FrozenDictionary<string, string> Contents { get; }

    public static BoardState First(BoardView view, DateTimeOffset now) => new(view, ContentsOf(view), RanksOf(view), now);

    /// <summary>The state after this one; the same when nothing that the public sees has changed, as while the board is frozen.</summary>
    public BoardState Next(BoardView view, DateTimeOffset now)
    {
        var contents = ContentsOf(view);
        if (MakeId(view, contents, View.Board.Revision) == Id)
        {
            return this;
        }

        var (ranks, since) = now - baselineAt > Burst ? (RanksOf(View), now) : (baseline, baselineAt);
        var next = new BoardState(view, contents, ranks, since);
        var kept = Frames.Length < KeptFrames ? Frames : Frames.RemoveAt(0);
        next.Frames = kept.Add(BoardFrame.Between(this, next));
        return next;
    }

    /// <summary>A row with the ranks it has climbed (fallen: negative) in the present burst.</summary>
    public BoardRowModel RowOf(PlacedLine row) =>
        new(row, row.Rank is { } rank && baseline.TryGetValue(row.Line.Code, out var before) ? before - rank : 0);

    /// <summary>The answer to what is asked, rendered once per state.</summary>
    public Task<CachedPage> PageAsync(BoardAsk ask, string culture, string prefix, BoardPages renderer)
    {
        // The lookup first: it allocates nothing, and almost every reader ends here.
        var key = (ask, culture, prefix);
        return pages.TryGetValue(key, out var known)
            ? known.Value
            : pages.GetOrAdd(key, k => new(() => Task.Run(() => renderer.RenderAsync(this, k.Ask, k.Culture, k.Prefix)))).Value;
    }

    private static FrozenDictionary<string, string> ContentsOf(BoardView view) =>
        view.Lines.ToFrozenDictionary(row => row.Line.Code, row => StandingsJson.Write(row.Line), StringComparer.Ordinal);

    private static FrozenDictionary<string, int> RanksOf(BoardView view) =>
        view.Lines.Where(row => row.Rank is not null).ToFrozenDictionary(row => row.Line.Code, row => row.Rank!.Value, StringComparer.Ordinal);

    private static string MakeId(BoardView view, FrozenDictionary<string, string> contents, long revision)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        // As JSON: what records print depends on the culture of whoever builds the state.
        Add(JsonSerializer.Serialize(new { view.Board.Visibility, view.Board.FrozenAt, view.LastMarkAt, view.Competition.State, Competition = view.Competition.Details, Contest = view.Contest.Details }));
        foreach (var row in view.Lines)
        {
            Add(contents[row.Line.Code]);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{revision}-{Convert.ToHexStringLower(hash.GetHashAndReset().AsSpan(0, 6))}");

        void Add(string text) => hash.AppendData(Encoding.UTF8.GetBytes(text));
    }
}

/// <summary>A row of a board with its movement.</summary>
public sealed record BoardRowModel(PlacedLine Row, int Move)
{
    public string Code => Row.Line.Code;

    /// <summary>The row's class in style sheets.</summary>
    public string Shape => Row.Place switch
    {
        BoardPlace.Ranked => Row.Rank <= 3 ? "ranked top" : "ranked",
        BoardPlace.NoResult or BoardPlace.NotYetMarked => "waiting",
        BoardPlace.Out => "out",
    };
}
