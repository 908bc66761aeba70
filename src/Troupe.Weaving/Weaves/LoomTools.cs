using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>What works on one private directory, sharing its caches.</summary>
internal sealed class LoomTools
{
    private readonly PrivateGitDirectory _directory;
    private readonly TreeComposer _composer;
    private readonly SmallBlobs _blobs;
    private readonly ObjectReader _reader;
    private readonly ObjectWriter _writer;

    /// <param name="textBudget">How many bytes of contested files may be held at once; the others are left to git.</param>
    public LoomTools(PrivateGitDirectory directory, ObjectReader reader, ObjectWriter writer, long textBudget = SmallBlobs.Budget)
    {
        _directory = directory;
        _reader = reader;
        _writer = writer;
        _blobs = new SmallBlobs(reader, textBudget);
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

    /// <param name="history">Where a patch collides with nothing that has landed, the commits it collides with are found there.</param>
    /// <remarks>Called after the fold: what that had no room to hold, the reports may still have.</remarks>
    public ConflictExplainer Explainer(HistorySearch history, Func<int, Counterpart> counterpartOf) =>
        new(
            (steps, cancellationToken) => RenameRefinement.LoadAsync(_directory.Git, Comparison, steps, cancellationToken),
            _blobs.IsFull ? new SmallBlobs(_reader) : _blobs,
            new PairCheck(Carrier),
            history,
            counterpartOf);
}
