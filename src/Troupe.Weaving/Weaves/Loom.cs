using Troupe.Core;
using Troupe.Git;
using Troupe.Processes;

namespace Troupe.Weaving;

/// <summary>One weave from its request to its results: intake, carry, fold with proof, explanation, commits.</summary>
/// <param name="place">Where its small files are.</param>
internal sealed class Loom(GitRepository repository, PrivateGitDirectory directory, ScratchFolder scratch, string place)
{
    /// <param name="names">The commits of all revisions that the request names.</param>
    public async Task<Weave> WeaveAsync(WeaveRequest request, IReadOnlyDictionary<string, CommitId> names, CancellationToken cancellationToken)
    {
        await using var reader = ObjectReader.Open(directory.Git);
        var tip = await reader.ReadCommitAsync(request.Tip, cancellationToken);
        var writer = directory.GatheringWriter();
        var tools = new LoomTools(directory, reader, writer);
        var intake = new PatchIntake(
            new CommitIntake(repository, reader, request.Base ?? request.Tip, names),
            new TextIntake(directory.Git, new DiffRemake(directory.Git, place), request));
        var taken = await intake.TakeAsync(request.Patches, cancellationToken);
        var door = new Door(await new PartialClone(repository, tools.Comparison, reader).CheckAsync(taken, tip.Tree, cancellationToken));

        var carried = await new Carriage(tools.Carrier, tools.Comparison, (fork, token) => repository.IsAncestorAsync(fork, request.Tip, token))
            .CarryAsync(tip.Tree, door.Open(), cancellationToken);
        var open = door.Check(carried, await tools.PolicyAsync(request, tip.Tree, carried, index => door.Taken[index]!.Change.Id, cancellationToken));
        var weights = open.Select(patch => request.Patches[patch.Index].Weight).ToList();
        var fold = await tools.Locks(request).RunAsync(
            tip.Tree, open, rest => tools.OrderedFoldOnto(tip.Tree).RunAsync(rest, weights, request.Order, cancellationToken), cancellationToken);
        var steps = fold.Fold.Steps;
        var explainer = tools.Explainer(
            new HistorySearch(repository.Git, request.Tip, index => door.Taken[index]!.Change.Fork),
            index => door.CounterpartOf(index, request.Patches[index]));
        var explanations = await explainer.ExplainAsync(steps, cancellationToken);

        var shared = await tools.SharedWorkAsync(steps, cancellationToken);
        var commits = new LandingCommits(writer, request, TimeOf(request, tip));
        var results = new Verdicts(request.Patches, door, steps, explanations, shared).Write(commits, fold.Trees);
        if (fold.Tree != (fold.Trees.Count > 0 ? fold.Trees[^1] : tip.Tree))
        {
            commits.Add([.. fold.Files.Where(file => file.State == LockFileState.Regenerated)], fold.Tree);
        }

        writer.Flush();
        return new Weave(directory, scratch)
        {
            Tip = request.Tip,
            Tree = fold.Tree,
            Head = commits.Head,
            Results = LockRemarks.AddTo(results, fold),
            LockFiles = fold.Files,
            Order = [.. steps.Where(step => step.Lands).Select(step => request.Patches[step.Patch.Index].Label)],
            Plan = WeavePlan.Of(fold.Fold, open, index => request.Patches[index].Label, request.Order),
        };
    }

    // A commit must not be older than its parent: git's walks through the history rely on it.
    private static DateTimeOffset TimeOf(WeaveRequest request, CommitObject tip) =>
        RawSignature.Time(tip.Committer) is { } time && time > request.CommitTime ? time : request.CommitTime;
}
