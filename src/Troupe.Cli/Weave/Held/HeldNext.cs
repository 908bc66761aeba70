using Troupe.Core;
using Troupe.Engine;
using Troupe.Sprints;

namespace Troupe.Cli.Weave;

/// <summary>What follows from an answer, in words or as the command to give.</summary>
internal static class HeldNext
{
    /// <param name="choice">As it stands after the answer.</param>
    /// <param name="isRun">Whether a process runs its sprint now.</param>
    public static string Of(HeldChoice choice, bool isRun) => choice.Standing switch
    {
        HeldStanding.Landed => $"It has landed in sprint {choice.Sprint.Number}.",
        HeldStanding.Rejected when choice.SprintGoesOn =>
            $"{choice.Held.Event.Session.Persona} is told why, and runs again while attempts are left.{Resuming(choice, isRun)}",
        HeldStanding.Rejected => $"{choice.Held.Event.Session.Persona} has mail that says why; sprint {choice.Sprint.Number} is over, so that nothing runs again.",
        HeldStanding.Acked when choice.SprintGoesOn => $"It takes part in the next weave of sprint {choice.Sprint.Number}.{Resuming(choice, isRun)}",
        HeldStanding.Acked when TargetOf(choice) is { Moved: true } target => $"Sprint {choice.Sprint.Number} is over: this lands it on {Printable.Escape(target.Branch)}: {Command(choice, target.Branch)}",
        HeldStanding.Acked => $"Sprint {choice.Sprint.Number} is over: this lands it on {choice.Sprint.Start.Branch}{AndTarget(choice)}: {Command(choice, choice.Sprint.Start.Branch)}",
        _ => $"See 'troupe sprint show {choice.Sprint.Number}'.",
    };

    private static string Resuming(HeldChoice choice, bool isRun) =>
        isRun ? "" : $" Nobody runs that sprint now: {(choice.Sprint.Paused is null ? "it goes on with" : "it is paused and goes on with")} 'troupe sprint resume'.";

    // The sprint's branch and the target are one after a sprint that moved the target; what lands late belongs where the rest is.
    private static ReportedTarget TargetOf(HeldChoice choice) => SprintReport.Of(choice.Sprint, choice.Held.Event.At).Target;

    private static string AndTarget(HeldChoice choice) =>
        TargetOf(choice).Wanted ? $", which {Printable.Escape(choice.Sprint.Start.Target)} takes over with 'git merge {choice.Sprint.Start.Branch}'" : "";

    /// <summary>The range gives the very same patch: the same fork, the same tree.</summary>
    private static string Command(HeldChoice choice, string branch)
    {
        var isMade = branch != choice.Sprint.Start.Branch || choice.Sprint.BranchHead is not null;
        var onto = $"--onto {Printable.Escape(branch)}{(isMade ? "" : $" --base {Printable.Escape(choice.Sprint.Start.Target)}")}";
        return choice.Held.Commit is { } commit
            ? $"troupe weave apply {onto} --ack {choice.Held.Patch.Value[..HeldReport.ShortId]} {commit}^..{commit}"
            : $"troupe weave apply {onto} refs/troupe/patches/{choice.Held.Patch}";
    }
}
