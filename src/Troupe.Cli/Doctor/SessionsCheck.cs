using Troupe.Core;
using Troupe.EventLog;
using Troupe.Git;
using Troupe.Shell;

namespace Troupe.Cli.Doctor;

/// <summary>
/// Sessions that ended without anybody writing down how: no <c>exit.json</c>, and nobody holds the folder's lock.
/// </summary>
internal static class SessionsCheck
{
    private const string Name = "sessions";

    // A host that was just started may not have taken its lock yet.
    private static readonly TimeSpan Youth = TimeSpan.FromSeconds(10);

    public static void Run(GitRepository repository, CliContext context, List<Finding> findings)
    {
        try
        {
            var folder = StateHome.For(repository.CommonDirectory, context.Environment).SessionsFolder;
            var orphans = Directory.Exists(folder)
                ? Directory.EnumerateDirectories(folder).Where(session => IsOrphan(session, context.Time)).Select(Path.GetFileName).Order(StringComparer.Ordinal).ToList()
                : [];
            findings.Add(orphans.Count == 0
                ? Finding.Fine(Name, "no session was left behind")
                : Finding.Warn(
                    Name,
                    $"{Plural.Of(orphans.Count, "session")} ended without a word: {Printable.Escape(string.Join(", ", orphans))}.",
                    $"'troupe sprint resume' takes them up; what belongs to no sprint any more can be deleted from {Printable.Escape(folder)}."));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or TroupeException)
        {
            findings.Add(Finding.Warn(Name, $"sessions cannot be looked at: {Printable.Escape(failure.Message)}", "Make the state folder readable."));
        }
    }

    private static bool IsOrphan(string session, TimeProvider time) =>
        !File.Exists(Path.Combine(session, "exit.json"))
        && time.GetUtcNow() - new DateTimeOffset(Directory.GetLastWriteTimeUtc(session), TimeSpan.Zero) > Youth
        && !FileLock.IsHeld(Path.Combine(session, "lock"));
}
