using Troupe.Core;
using Troupe.EventLog;

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

        var busy = Directory.Exists(state.SessionsFolder)
            ? Directory.EnumerateDirectories(state.SessionsFolder).Where(IsLocked).Select(Path.GetFileName)
                .Select(name => SessionId.TryParse(name, out var session) ? session.Persona : (PersonaId?)null).ToHashSet()
            : [];
        return persona => busy.Contains(persona);
    }

    // A shared lock fails exactly while a host holds its own, and is let go at once.
    private static bool IsLocked(string session)
    {
        var path = Path.Combine(session, "lock");
        if (!File.Exists(path))
        {
            return false;
        }

        try
        {
            using var probe = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (IOException)
        {
            return true;
        }
    }
}
