using Troupe.Core;

namespace Troupe.Git;

/// <summary>What git says where the disk takes nothing, which no other input would help, and what to do then. Pure.</summary>
public static class DiskTrouble
{
    private const string NoRoom = "No room is left";

    // The words of the system in its own language, and git's where it swallows them.
    private static readonly (string Words, string What, string Cure)[] Known =
    [
        ("No space left on device", NoRoom, "Make room there"),
        ("Disk quota exceeded", NoRoom, "Make room there, or have the quota raised"),
        ("File too large", NoRoom, "Make room there, or raise the limit on the size of files (ulimit -f)"),
        ("unable to create backing store", NoRoom, "Make room there"),
        ("Read-only file system", "Nothing can be written", "It is mounted read-only: see that it may be written to"),
        ("insufficient permission for adding an object", "Nothing may be written", "See that the folder may be written to"),
        ("Permission denied", "Something may not be written or read", "See that the folder may be written to"),
        ("couldn't write", "Something could not be written", "See that there is room and that it may be written to"),
        ("write error", "Something could not be written", "See that there is room and that it may be written to"),
    ];

    public static bool IsIn(string gitWords) => Find(gitWords) is not null;

    /// <summary>The sentences that go before git's words; empty: they are about something else.</summary>
    internal static string Advice(string gitWords, string folder) => Find(gitWords) is { } found
        ? $"{found.What} below '{Printable.Escape(folder)}'. {found.Cure}, then try again. "
        : "";

    private static (string What, string Cure)? Find(string gitWords)
    {
        foreach (var (words, what, cure) in Known)
        {
            if (gitWords.Contains(words, StringComparison.Ordinal))
            {
                return (what, cure);
            }
        }

        return null;
    }
}
