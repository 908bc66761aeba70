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
        var door = new Door(await intake.TakeAsync(request.Patches, cancellationToken));

        var carried = await new Carriage(tools.Carrier, tools.Comparison, (fork, token) => repository.IsAncestorAsync(fork, request.Tip, token))
            .CarryAsync(tip.Tree, door.Open(), cancellationToken);
        var steps = await tools.FoldOnto(tip.Tree).RunAsync(tip.Tree, door.Check(carried, Policy(request)), cancellationToken);
        var explainer = tools.Explainer(
            new HistorySearch(repository.Git, request.Tip, index => door.Taken[index]!.Change.Fork),
            index => door.CounterpartOf(index, request.Patches[index]));
        var explanations = await explainer.ExplainAsync(steps, cancellationToken);

        var commits = new LandingCommits(writer, request, TimeOf(request, tip));
        var results = new Verdicts(request.Patches, door, steps, explanations).Write(commits);
        writer.Flush();
        return new Weave(directory, scratch)
        {
            Tip = request.Tip,
            Tree = steps.Count > 0 ? steps[^1].After : tip.Tree,
            Head = results.LastOrDefault(result => result.Commit is not null)?.Commit,
            Results = results,
        };
    }

    private static Func<CarriedPatch, string?>? Policy(WeaveRequest request) => request.Policy
        ? patch => ProtectedPaths.Objection(patch.Paths.Concat(patch.Followed), request.Patches[patch.Index].Persona)
        : null;

    // A commit must not be older than its parent: git's walks through the history rely on it.
    private static DateTimeOffset TimeOf(WeaveRequest request, CommitObject tip) =>
        RawSignature.Time(tip.Committer) is { } time && time > request.CommitTime ? time : request.CommitTime;
}
