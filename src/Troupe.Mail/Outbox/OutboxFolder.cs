using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Where a session leaves what it cannot write to the log itself: <c>$TROUPE_OUTBOX</c>, else <c>.team/outbox</c> of the
/// checkout it works in. The engine posts the files when the session has ended.
/// </summary>
public sealed class OutboxFolder(string folder)
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "TROUPE_OUTBOX";

    /// <summary>The environment variable that says which session a program runs in.</summary>
    public const string SessionVariable = "TROUPE_SESSION";

    public const string Extension = ".md";
    private const string InCheckout = ".team/outbox";

    public string Folder { get; } = folder;

    /// <summary>Whether somebody said where it is, so that it holds without a team, too.</summary>
    public bool IsNamed { get; init; }

    /// <summary>
    /// Where mail can be left for the engine to post: null outside of a session, where nobody would ever look.
    /// </summary>
    public static OutboxFolder? TryFind(string workingFolder, IReadOnlyDictionary<string, string> environment) =>
        environment.GetValueOrDefault(Variable) is { Length: > 0 } named ? new OutboxFolder(Path.GetFullPath(named, workingFolder)) { IsNamed = true }
        : GitCheckout.TryFind(workingFolder, out var checkout) && IsOfSession(checkout, environment) ? new OutboxFolder(Path.Combine(checkout.Folder, InCheckout))
        : null;

    /// <summary>Writes one file, whole or not at all, and gives its path.</summary>
    /// <exception cref="TroupeException">The folder cannot be written either.</exception>
    public async Task<string> WriteAsync(RecordId name, string text, CancellationToken cancellationToken)
    {
        var file = Path.Combine(Folder, name + Extension);
        var unfinished = file + ".new";
        try
        {
            Directory.CreateDirectory(Folder);
            await File.WriteAllTextAsync(unfinished, text, cancellationToken);
            File.Move(unfinished, file);
            return file;
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(
                ErrorCode.Storage,
                $"Neither the mail log nor the outbox '{Printable.Escape(Folder)}' can be written ({problem.Message}): set {Variable} to a folder that can.",
                problem);
        }
    }

    /// <summary>Some agents hide the environment from what they run: the checkout knows, too.</summary>
    private static bool IsOfSession(GitCheckout checkout, IReadOnlyDictionary<string, string> environment) =>
        environment.GetValueOrDefault(SessionVariable) is { Length: > 0 } || File.Exists(Path.Combine(checkout.GitDirectory, TeamHome.PointerFile));
}
