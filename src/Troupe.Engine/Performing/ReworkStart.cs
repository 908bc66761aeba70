using Troupe.Core;
using Troupe.Forges;
using Troupe.Git;
using Troupe.Sprints;
using Troupe.Weaving;

namespace Troupe.Engine;

/// <summary>
/// Makes what a rework's checkout starts from: the new tip with everything of the patch that merges with it. It depends on the tip
/// and the patch alone, so that a start that is repeated after a crash makes the same commit.
/// </summary>
internal sealed class ReworkStart(Workplace workplace)
{
    public async Task<StartPoint> PrepareAsync(StartSession command, CancellationToken cancellationToken)
    {
        if (command.Conflict is not { } conflict)
        {
            return StartPoint.AtBase;
        }

        try
        {
            if (await workplace.Repository.Refs.FindAsync(LocalRefs.Patch(conflict.Patch), cancellationToken) is not { } commit)
            {
                return StartPoint.Without($"{LocalRefs.Patch(conflict.Patch)} is gone.");
            }

            if (await MakeAsync(command, commit, cancellationToken) is not { } start)
            {
                return StartPoint.AtBase;
            }

            await workplace.Forge.PinReworkAsync(command.Session, start, cancellationToken);
            return new StartPoint(start);
        }
        catch (TroupeException failure) when (failure.Code == ErrorCode.Git)
        {
            // It saves work, and is not worth a session: the tip, the report and the three sides are enough to begin with.
            return StartPoint.Without(failure.Message);
        }
    }

    // Null: nothing of the patch merges.
    private async Task<CommitId?> MakeAsync(StartSession command, CommitId commit, CancellationToken cancellationToken)
    {
        var settings = await TipSettings.ReadAsync(workplace, command.Base, cancellationToken);
        var fork = await workplace.Repository.ResolveAsync($"{commit}^", cancellationToken);
        var message = await workplace.Repository.Git.RunAsync(["show", "--no-patch", "--format=%B", commit.Value], GitCall.Plain, cancellationToken);
        var persona = command.Session.Persona;
        await using var weave = await new Weaver(workplace.Repository, workplace.State.WeavesFolder).WeaveAsync(
            new WeaveRequest
            {
                Tip = command.Base,
                Patches =
                [
                    new WeavePatch
                    {
                        Label = command.Session.ToString(), Source = new PatchSource.Delivery(fork, commit), Persona = persona,
                    },
                ],
                CommitTime = DateTimeOffset.UnixEpoch,
                UnionPaths = settings.Weaver.UnionPaths,
            },
            cancellationToken);
        return await weave.PublishReworkAsync(
            new GitIdentity(persona.ToString(), $"{persona}@troupe.invalid"), message.OutputText.Trim() + "\n", cancellationToken);
    }
}
