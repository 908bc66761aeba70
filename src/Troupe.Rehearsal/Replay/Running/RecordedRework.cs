using Troupe.Agents;
using Troupe.Core;
using Troupe.Git;
using Troupe.Weaving;

namespace Troupe.Rehearsal.Replay;

/// <summary>
/// What a persona of a replay does when its change did not land: nobody knows what its author would have done, so it hands
/// the same change in again, carried to the new tip. What cannot be carried comes as it was, and counts as a second conflict.
/// </summary>
internal sealed class RecordedRework(GitRepository scratch, string weavesFolder, IReadOnlyDictionary<PersonaId, RecordedPatch> patches, TimeProvider time)
{
    public async Task<CommitId?> RedoAsync(SessionRequest request, CancellationToken cancellationToken)
    {
        var patch = patches[request.Id.Persona];
        await using var weave = await new Weaver(scratch, weavesFolder).WeaveAsync(
            new WeaveRequest
            {
                Tip = request.Base,
                CommitTime = time.GetUtcNow(),
                Patches =
                [
                    new WeavePatch
                    {
                        Label = request.Id.ToString(),
                        Source = new PatchSource.Delivery(patch.Past.Fork, patch.Commit),
                        Persona = request.Id.Persona,
                    }
                ],
            },
            cancellationToken);
        await weave.PublishAsync(cancellationToken);
        return weave.Results[0].Outcome switch
        {
            PatchOutcome.Landed => weave.Head,
            PatchOutcome.Redundant => null,
            _ => patch.Commit,
        };
    }
}
