using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>What works on one private directory, sharing its caches.</summary>
internal sealed class LoomTools
{
    private readonly PrivateGitDirectory _directory;
    private readonly TreeStore _trees;
    private readonly TreeComposer _composer;
    private readonly SmallBlobs _blobs;
    private readonly ObjectReader _reader;
    private readonly ObjectWriter _writer;
    private readonly UnionFiles _unions;
    private readonly Foresight _foresight;

    /// <param name="textBudget">How many bytes of contested files may be held at once; the others are left to git.</param>
    public LoomTools(PrivateGitDirectory directory, ObjectReader reader, ObjectWriter writer, long textBudget = SmallBlobs.Budget)
    {
        _directory = directory;
        _reader = reader;
        _writer = writer;
        _blobs = new SmallBlobs(reader, textBudget);
        _trees = new TreeStore(reader, writer);
        _composer = new TreeComposer(_trees);
        Comparison = new TreeComparison(_trees);
        Carrier = new Carrier(directory.Git, writer);
        _unions = new UnionFiles(directory);
        _foresight = new Foresight(_blobs, _unions, writer, _composer);
    }

    public Carrier Carrier { get; }

    public TreeComparison Comparison { get; }

    /// <param name="alongWith">What is merged along with the steps that are foreseen.</param>
    public Fold FoldOnto(TreeId tip, Func<IReadOnlyList<Prediction>, IEnumerable<Carry>> alongWith) =>
        new(
            Carrier,
            new Guess(_foresight, new Speculation(Carrier, _composer, Comparison)),
            Comparison,
            new StrayCheck(_directory.Git, tip),
            new CaseTwins(_trees, tip),
            alongWith);

    public OrderedFold OrderedFoldOnto(TreeId tip) =>
        new(tip, alongWith => FoldOnto(tip, alongWith), Carrier, new FileVerdicts(_blobs, _unions), _foresight);

    public LockFold Locks(WeaveRequest request)
    {
        var rules = new LockRules(_directory.Git, request.Regenerate);
        var identity = $"{request.Tip} {request.CommitTime.ToUnixTimeMilliseconds()} {request.Sprint}";
        return new LockFold(
            rules,
            new LockSplit(rules, _trees, Comparison, _composer, Carrier),
            _composer,
            new LockMaker(rules, _directory, _writer, _trees, _composer, identity, request.Regenerator));
    }

    /// <returns>Null: the request has none.</returns>
    public async Task<PatchPolicy?> PolicyAsync(
        WeaveRequest request, TreeId tip, IReadOnlyList<CarriedPatch> carried, Func<int, PatchId> idOf, CancellationToken cancellationToken)
    {
        if (!request.Policy)
        {
            return null;
        }

        var markers = await new MarkerSearch(_directory, _reader).FindAsync(carried, cancellationToken);
        var search = new LeftoverSearch(_trees, tip);
        List<IReadOnlyList<string>> leftovers = [];
        foreach (var patch in carried)
        {
            leftovers.Add(await search.FindAsync(patch, cancellationToken));
        }

        return new PatchPolicy(request.Patches, carried, markers, leftovers, await new LinkSearch(_reader).FindAsync(carried, cancellationToken))
        {
            IsAcked = patch => request.IsAcked(idOf(patch.Index)),
        };
    }

    public Task<SharedWork> SharedWorkAsync(IReadOnlyList<Step> steps, CancellationToken cancellationToken) =>
        SharedWork.FindAsync(_blobs, steps, cancellationToken);

    /// <param name="history">Where a patch collides with nothing that has landed, the commits it collides with are found there.</param>
    /// <remarks>Called after the fold: what that had no room to hold, the reports may still have.</remarks>
    public ConflictExplainer Explainer(HistorySearch history, Func<int, Counterpart> counterpartOf) =>
        new(
            (steps, cancellationToken) => RenameRefinement.LoadAsync(_directory.Git, Comparison, steps, cancellationToken),
            _blobs.IsFull ? new SmallBlobs(_reader) : _blobs,
            Carrier,
            history,
            counterpartOf);
}
