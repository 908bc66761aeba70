using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>What works on one private directory, sharing its caches.</summary>
internal sealed class LoomTools
{
    private readonly PrivateGitDirectory _directory;
    private readonly TreeComposer _composer;
    private readonly SmallBlobs _blobs;
    private readonly ObjectWriter _writer;

    public LoomTools(PrivateGitDirectory directory, ObjectReader reader, ObjectWriter writer)
    {
        _directory = directory;
        _writer = writer;
        _blobs = new SmallBlobs(reader);
        var trees = new TreeStore(reader, writer);
        _composer = new TreeComposer(trees);
        Comparison = new TreeComparison(trees);
        Carrier = new Carrier(directory.Git, writer);
    }

    public Carrier Carrier { get; }

    public TreeComparison Comparison { get; }

    public Fold FoldOnto(TreeId tip) =>
        new(
            Carrier,
            new Guess(new Foresight(_blobs, new UnionFiles(_directory), _writer, _composer), new Speculation(Carrier, _composer, Comparison)),
            Comparison,
            new StrayCheck(_directory.Git, tip));

    public ConflictExplainer Explainer(HistorySearch history, Func<int, Counterpart> counterpartOf) =>
        new(
            (steps, cancellationToken) => RenameRefinement.LoadAsync(_directory.Git, Comparison, steps, cancellationToken),
            _blobs,
            new PairCheck(Carrier),
            history,
            counterpartOf);
}
