using Troupe.Core;
using Troupe.Git;
using Troupe.Weaving;

namespace WeavePairs;

/// <summary>What the Weaver says of all pairs of some patches, carried and foreseen.</summary>
internal sealed class PairTable : IAsyncDisposable
{
    private readonly ObjectReader _reader;
    private readonly LoomTools _tools;
    private readonly Foresight _foresight;
    private TreeId _tip;
    private IReadOnlyList<CarriedPatch> _patches = [];

    private PairTable(PrivateGitDirectory directory)
    {
        _reader = ObjectReader.Open(directory.Git);
        var writer = directory.GatheringWriter();
        _tools = new LoomTools(directory, _reader, writer);
        _foresight = new Foresight(new SmallBlobs(_reader), new UnionFiles(directory), writer, new TreeComposer(new TreeStore(_reader, writer)));
    }

    public static async Task<PairTable> OpenAsync(PrivateGitDirectory directory, CommitId tip, IReadOnlyList<(CommitId Fork, CommitId Head)> patches)
    {
        var table = new PairTable(directory);
        var commits = await table._reader.ReadCommitsAsync([tip, .. patches.SelectMany(patch => new[] { patch.Fork, patch.Head })], CancellationToken.None);
        table._tip = commits[0].Tree;
        var taken = patches.Select((patch, i) => (i, new TakenPatch
        {
            Change = new Patch(patch.Fork, commits[(2 * i) + 2].Tree),
            ForkTree = commits[(2 * i) + 1].Tree,
            Message = "",
        })).ToList();

        // What the tip has already is a patch without changes here, wherever its fork is.
        var carriage = new Carriage(table._tools.Carrier, table._tools.Comparison, (_, _) => Task.FromResult(true));
        table._patches = await carriage.CarryAsync(table._tip, taken, CancellationToken.None);
        return table;
    }

    public async Task PrintAsync(TextWriter output)
    {
        var pairs = (from second in _patches
                     from first in _patches.Take(second.Index)
                     where first.MergesWithTip && second.MergesWithTip
                     select (First: first, Second: second)).ToList();
        var outcomes = await _tools.Carrier.CarryAsync([.. pairs.Select(pair => PairCheck.CarryOf(pair.First, pair.Second)!.Value)], CancellationToken.None);
        for (var i = 0; i < pairs.Count; i++)
        {
            var (first, second) = pairs[i];
            var foreseen = (await _foresight.PredictAsync(_tip, new Dictionary<string, TreeLeaf?>(StringComparer.Ordinal), [first, second], CancellationToken.None))[1];
            var verdict = outcomes[i].IsClean ? outcomes[i].Tree.Value : "conflict";
            var guess = foreseen.Collisions.Count == 0 ? foreseen.After.Value : "conflict";
            await output.WriteLineAsync($"{first.Index} {second.Index} {(Meet(first, second) ? "meet" : "apart")} {verdict} {guess}");
        }
    }

    private static bool Meet(CarriedPatch one, CarriedPatch other)
    {
        var index = new PathIndex();
        index.Add(one.Paths, 0);
        return index.Meets(other.Paths);
    }

    public ValueTask DisposeAsync() => _reader.DisposeAsync();
}
