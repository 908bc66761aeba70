using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Takes in all patches of a request, whatever form they have.</summary>
internal sealed class PatchIntake(CommitIntake commits, TextIntake texts)
{
    /// <returns>One for each, in order.</returns>
    public async Task<IReadOnlyList<IntakeResult>> TakeAsync(IReadOnlyList<WeavePatch> patches, CancellationToken cancellationToken)
    {
        var results = new IntakeResult[patches.Count];
        var inCommits = Enumerable.Range(0, patches.Count).Where(i => patches[i].Source is not PatchSource.Text).ToList();
        var taken = await commits.TakeAsync([.. inCommits.Select(i => patches[i])], cancellationToken);
        for (var i = 0; i < inCommits.Count; i++)
        {
            results[inCommits[i]] = taken[i];
        }

        await Parallel.ForEachAsync(
            Enumerable.Range(0, patches.Count).Except(inCommits),
            new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellationToken },
            async (i, token) => results[i] = await texts.TakeAsync((PatchSource.Text)patches[i].Source, token));
        return [.. results.Select((result, i) => WithWords(result, patches[i]))];
    }

    // What the request says of a patch goes before what its source says.
    private static IntakeResult WithWords(IntakeResult result, WeavePatch patch) => result is IntakeResult.Taken { Patch: var taken }
        ? new IntakeResult.Taken(taken with
        {
            Message = patch.Message is { Length: > 0 } message ? message : taken.Message is { Length: > 0 } own ? own : $"Apply {patch.Label}",
            Author = patch.Author ?? (patch.Persona is { } persona ? new GitIdentity(persona.Value, $"{persona}@troupe.invalid") : taken.Author),
        })
        : result;
}
