using Troupe.Personas;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>What a session's prompt says of the sprint around it.</summary>
internal static class SessionPrompt
{
    private const string Applied =
        "\nIf this checkout is at a commit of yours (`git show HEAD`), everything of your change that still merges is in it already, and where "
        + "lines collide it holds what has landed. Make only the rest again. What the checkout holds in the end is your whole change.\n";

    private const int JournalEntries = 3;

    public static PromptContext Context(
        Workplace workplace, SprintState state, StartSession command, IReadOnlyList<PromptMail> mail, Dossier? dossier, StartPoint? start = null) => new()
    {
        Sprint = state.Number,
        Base = command.Base,
        Mode = state.Mode == SprintMode.Parallel ? "parallel" : "sequential",
        Attempt = command.Session.Attempt,
        MaxAttempts = state.Limits.MaxAttempts,
        Others =
        [
            .. state.Roster
                .Where(other => other.IsActive && other.Id != command.Session.Persona)
                .Select(other => workplace.Roster.TryGet(other.Id, out var known) ? PromptPeer.Of(known) : null)
                .OfType<PromptPeer>()
        ],
        Mail = mail,
        Report = (dossier is null ? null : dossier.Text + Remark(start)) ?? Setback(state, command),
        Journal = JournalFolder.Latest(workplace.Home, command.Session.Persona, JournalEntries),
    };

    private static string Remark(StartPoint? start) => start switch
    {
        { Commit: not null } => Applied,
        { Caution: { } caution } => $"\n{caution} Make your whole change again.\n",
        _ => "",
    };

    /// <summary>Why a run is repeated that did not end in a conflict.</summary>
    private static string? Setback(SprintState state, StartSession command) =>
        command.Reason is RunReason.First or RunReason.Mail
            ? null
            : state.Personas[command.Session.Persona].Setback?.Event switch
            {
                PatchRejected rejected => rejected.Reason,
                SessionEnded ended => ended.Detail,
                _ => null,
            };
}
