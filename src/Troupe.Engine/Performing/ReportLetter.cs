using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>A report as mail.</summary>
/// <param name="Key">The same report is sent once; a newer one on the same patch replaces it.</param>
internal sealed record ReportLetter(MessageType Type, string Subject, string Body, ReportKey Key)
{
    private const int LongestPath = 200;

    public static async Task<ReportLetter> WriteAsync(
        IBlobStore blobs, SprintState state, SendReport command, CancellationToken cancellationToken)
    {
        var persona = command.Session.Persona;
        var closing = Closing(command);
        return command.About switch
        {
            PatchConflicted conflict => new ReportLetter(
                MessageType.Conflict,
                $"Your change conflicts in {Paths(conflict.Paths)}",
                $"{EngineMail.Fit(await TextAsync(blobs, conflict, cancellationToken))}\n{closing}",
                new ReportKey(persona, conflict.Patch, conflict.Onto, conflict.Digest)),
            PatchRejected rejected => new ReportLetter(
                MessageType.Rejection,
                $"Your change did not land: {Words(rejected)}",
                $"{rejected.Reason}\n\n{closing}",
                new ReportKey(
                    persona,
                    rejected.Patch ?? PatchId.Of(state.Start.Base, state.Start.BaseTree),
                    state.Tree,
                    rejected.Digest ?? FailureDigest.Of(rejected.Reason))),
            _ => throw new InvalidOperationException($"{command.About.GetType().Name} is not reported by mail."),
        };
    }

    private static async Task<string> TextAsync(IBlobStore blobs, PatchConflicted conflict, CancellationToken cancellationToken) =>
        conflict.Report is { } report
            ? (await Dossier.ReadAsync(blobs, report, cancellationToken)).Text
            : $"It collides ({string.Join(", ", conflict.Kinds)}) in: {string.Join(", ", conflict.Paths.Select(Shown))}.\n";

    private static string Closing(SendReport command) =>
        $"---\nAbout session `{command.Session}`. Attempts left: {command.AttemptsLeft}. "
        + "Your next session starts from the new tip, with this report in its prompt"
        + (command.About is PatchConflicted ? " and the three sides of every colliding file in `.troupe/conflict/`.\n" : ".\n");

    private static string Paths(IReadOnlyList<string> paths) => paths.Count switch
    {
        0 => "the tree",
        1 => Shown(paths[0]),
        _ => $"{Shown(paths[0])} and {paths.Count - 1} more",
    };

    // An agent chose the path: it may be of any length, and hold what no mail may hold.
    private static string Shown(string path)
    {
        var shown = Printable.Escape(path);
        return shown.Length <= LongestPath ? shown : $"…{shown[^LongestPath..]}";
    }

    private static string Words(PatchRejected rejected) => rejected.Outcome switch
    {
        PatchOutcome.Rejected => rejected.Weave is null ? "the lead rejected it" : "verification failed",
        PatchOutcome.Redundant => "there is nothing left of it",
        PatchOutcome.Malformed => "it cannot be read",
        PatchOutcome.Stale => "it does not apply to the base it claims",
        var outcome => outcome.ToString(),
    };
}
