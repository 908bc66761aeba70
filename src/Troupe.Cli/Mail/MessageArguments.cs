using System.CommandLine;

namespace Troupe.Cli.Mail;

/// <summary>Messages as arguments: ids, or their last six or more characters.</summary>
internal static class MessageArguments
{
    public static Argument<string> One() => new("message") { Description = "The message: its id, or the end of it as lists show it", HelpName = "ID" };

    public static Argument<string[]> Several() => new("messages")
    {
        Description = "The messages: their ids, or the ends of them as lists show them",
        HelpName = "ID",
        Arity = ArgumentArity.OneOrMore,
    };
}
