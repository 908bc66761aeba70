using Troupe.Core;
using Troupe.EventLog;
using Troupe.MailCli;

namespace Troupe.Cli.Mail;

/// <summary>
/// Who needs no waking: while a sprint is being run, everybody (it runs whoever has mail); else those with a session whose host lives.
/// </summary>
internal static class SessionsAtWork
{
    private const string OrchestratorLease = "orchestrator";

    public static async Task<Predicate<PersonaId>> FindAsync(MailDesk desk, CancellationToken cancellationToken)
    {
        if (!GitCheckout.TryFind(desk.Home.RepositoryFolder, out var checkout))
        {
            return _ => false;
        }

        var state = StateHome.For(checkout.CommonDirectory, desk.Context.Environment);
        if (await new FileLease(state.Folder).HolderAsync(OrchestratorLease, cancellationToken) is not null)
        {
            return _ => true;
        }

        try
        {
            var busy = Directory.Exists(state.SessionsFolder)
                ? Directory.EnumerateDirectories(state.SessionsFolder).Where(IsRunning).Select(Path.GetFileName)
                    .Select(name => SessionId.TryParse(name, out var session) ? session.Persona : (PersonaId?)null).ToHashSet()
                : [];
            return persona => busy.Contains(persona);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            desk.Terminal.Say($"warning: sessions cannot be looked at, so that everybody counts as being at work: {Printable.Escape(failure.Message)}");
            return _ => true;
        }

        // Whoever may be at work is left alone: his mail waits, and that is said.
        bool IsRunning(string session)
        {
            try
            {
                return FileLock.IsHeld(Path.Combine(session, "lock"));
            }
            catch (TroupeException failure) when (failure.Code is ErrorCode.Storage)
            {
                desk.Terminal.Say($"warning: whether a session runs cannot be told, so that it counts as running: {failure.Message}");
                return true;
            }
        }
    }
}
