using System.CommandLine;
using Troupe.Core;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary>
/// How much of a long list is shown: the newest of it, since nobody reads a hundred thousand lines, and no program should wait for
/// them that did not ask. What is left out is counted.
/// </summary>
internal static class ListLimit
{
    private const int Usual = 100;

    public static Option<int?> Option() => new("--limit", "-n")
    {
        Description = $"At most this many, the newest ones; 0 for all (default: {Usual})",
        HelpName = "N",
    };

    public static int Of(ParseResult arguments, Option<int?> option) => arguments.GetValue(option) switch
    {
        null => Usual,
        0 => int.MaxValue,
        > 0 and var most => most,
        var less => throw new TroupeException(ErrorCode.InvalidArgument, $"--limit {less} shows nothing: give a number from 1 on, or 0 for all."),
    };

    /// <summary>For programs: null, and so absent, when nothing was left out.</summary>
    public static int? Omitted(int older) => older > 0 ? older : null;

    public static void Say(Terminal terminal, int older, int shown)
    {
        if (older > 0)
        {
            terminal.Say($"{older} older: --limit {(long)older + shown} (0: all)");
        }
    }
}
