using System.CommandLine;

namespace Troupe.MailCli;

/// <summary>Messages as arguments: ids, or their last six or more characters.</summary>
public static class MessageArguments
{
    /// <summary>What stands in usage and descriptions alike.</summary>
    public const string Name = "ID";

    public static Argument<string> One(string description = "The message: its id, or the end of it as lists show it") => new(Name) { Description = description };

    public static Argument<string[]> Several() => new(Name)
    {
        Description = "The messages: their ids, or the ends of them as lists show them",
        Arity = ArgumentArity.OneOrMore,
    };
}
