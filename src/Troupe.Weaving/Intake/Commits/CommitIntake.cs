using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Takes in branches, commits, ranges and delivered changes, all of them with a handful of git processes.</summary>
/// <param name="base">The commit whose history branches are taken to have left.</param>
/// <param name="names">The commits of all revisions that the patches name.</param>
internal sealed class CommitIntake(GitRepository repository, ObjectReader reader, CommitId @base, IReadOnlyDictionary<string, CommitId> names)
{
    public async Task<IReadOnlyList<IntakeResult>> TakeAsync(IReadOnlyList<WeavePatch> patches, CancellationToken cancellationToken)
    {
        var known = new CommitFacts(reader);
        var heads = patches.Select(patch => patch.Source).OfType<PatchSource.Revision>().Select(source => names[source.Name]).Distinct().ToList();
        var forks = await ForkSearch.RunAsync(repository, known, @base, heads, cancellationToken);
        List<Ends?> ends = [];
        foreach (var patch in patches)
        {
            ends.Add(await EndsOfAsync(patch.Source, forks, cancellationToken));
        }

        await known.TryLoadAsync(
            [.. ends.OfType<Ends>().SelectMany(end => end.Needed)], cancellationToken);
        return [.. ends.Select(end => end is null
            ? new IntakeResult.Refused(
                PatchOutcome.Malformed, "It has no history in common with the tip, so nobody can say what it changes. Give it as a range A..B.")
            : Take(end, known))];
    }

    private static IntakeResult Take(Ends ends, CommitFacts known)
    {
        if (ends.Needed.Where(known.Lacks).Cast<CommitId?>().FirstOrDefault() is { } missing)
        {
            return MissingBase.OfCommit(missing, []);
        }

        var head = ends.Head is { } commit ? known[commit] : null;
        var author = head is null ? null : RawSignature.TryParse(head.Author);
        return new IntakeResult.Taken(new TakenPatch
        {
            Change = new Patch(ends.Fork, ends.Result ?? head!.Tree),
            ForkTree = known[ends.Fork].Tree,
            Message = ends.Listed.Count > 1 ? SquashMessage.Of([.. ends.Listed.Select(own => known[own].Message)]) : head?.Message ?? "",
            Author = author?.Identity,
            AuthorTime = author?.Time,
        });
    }

    // Null: there is no fork.
    private async Task<Ends?> EndsOfAsync(PatchSource source, ForkSearch forks, CancellationToken cancellationToken)
    {
        switch (source)
        {
            case PatchSource.Change change:
                return new Ends(change.Patch.Fork, null, change.Patch.Result, []);
            case PatchSource.Delivery delivery:
                return new Ends(delivery.Fork, delivery.Commit, null, []);
            case PatchSource.Range range:
                return new Ends(names[range.From], names[range.To], null, []);
            case PatchSource.Revision revision:
                var head = names[revision.Name];
                var edges = forks.Edges(head);
                var fork = edges.Count > 1
                    ? await repository.MergeBaseAsync(@base, head, cancellationToken)
                    : edges.Count == 1 ? edges.Single() : (CommitId?)null;
                return fork is { } found ? new Ends(found, head, null, forks.OwnCommits(head)) : null;
            default:
                throw new ArgumentOutOfRangeException(nameof(source), source, null);
        }
    }

    private sealed record Ends(CommitId Fork, CommitId? Head, TreeId? Result, IReadOnlyList<CommitId> Own)
    {
        private const int MaxListed = 50;

        // A message need not list the hundreds of commits that a long branch may have.
        public IReadOnlyList<CommitId> Listed { get; } = [.. Own.TakeLast(MaxListed)];

        public IEnumerable<CommitId> Needed => Listed.Append(Fork).Concat(Head is { } head ? [head] : []);
    }
}
