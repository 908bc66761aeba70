using Troupe.Personas;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>What a session's prompt says of the sprint around it.</summary>
internal static class SessionPrompt
{
    private const int JournalEntries = 3;

    public static PromptContext Context(
        Workplace workplace, SprintState state, StartSession command, IReadOnlyList<PromptMail> mail, Dossier? dossier) => new()
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
        Report = dossier?.Text ?? Setback(state, command),
        Journal = JournalFolder.Latest(workplace.Home, command.Session.Persona, JournalEntries),
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
