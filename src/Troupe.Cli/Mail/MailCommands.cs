using System.CommandLine;
using Troupe.Core;
using Troupe.MailCli;
using Troupe.Shell;

namespace Troupe.Cli.Mail;

/// <summary>The whole mail command line: <c>troupe mail VERB</c>, and <c>jules-mail VERB</c> for what that program does not do by itself.</summary>
internal static class MailCommands
{
    public const string Name = "mail";

    private static readonly MailVerbs Verbs = new(
    [
        .. DailyVerbs.All,
        new("search", SearchCommand.Build),
        new(DeliveryStart.Verb, DeliverCommand.Build),
        new("export", ExportCommand.Build),
        new("import", ImportCommand.Build),
        .. MailLogVerbs.All,
        new("redact", RedactCommand.Build),
        new("retention", RetentionCommand.Build),
    ]);

    /// <summary>The whole of <c>troupe mail</c>.</summary>
    public static Command Build(CliContext context) => Verbs.AddTo(new Command(Name, MailVerbs.Description), context, verb: null);

    /// <summary>The program under the name <c>jules-mail</c>.</summary>
    public static Command BuildRoot(string[] words, CliContext context)
    {
        var verb = words.FirstOrDefault();
        return Verbs.AddTo(Root(CalledName.Mail, MailVerbs.Description, verb, words), context, verb);
    }

    /// <summary><c>troupe mail VERB</c>, and nothing else of troupe.</summary>
    public static Command BuildUnderTroupe(string[] words, CliContext context)
    {
        var verb = words.ElementAtOrDefault(1);
        var root = Root(ThisProgram.Name, MailVerbs.Description, verb, words);
        root.Subcommands.Add(Verbs.AddTo(new Command(Name, MailVerbs.Description), context, verb));
        return root;
    }

    private static Command Root(string program, string description, string? verb, string[] words) =>
        Verbs.IsPlain(verb, words) ? new Command(program, description) : HelpWithExamples.AddTo(new RootCommand(description));
}
