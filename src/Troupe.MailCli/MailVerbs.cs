using System.CommandLine;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary>The commands of verbs. A verb that is named builds only its own: all of them would cost a millisecond.</summary>
public sealed class MailVerbs(MailVerb[] verbs)
{
    public const string Description = "Messages between personas, the Weaver and the lead.";

    private static readonly string[] HelpWords = ["--help", "-h", "-?", "/h", "/?", "--version"];

    /// <summary>
    /// Whether a known verb is meant, and nothing of what a root command adds (help, version, completion): it looks for its texts in
    /// the program's resources, which takes longer than the rest of the parsing.
    /// </summary>
    public bool IsPlain(string? verb, string[] words) => Find(verb) is not null && !words.AsSpan().ContainsAny(HelpWords);

    /// <summary>Gives a command the options of all mail commands, and those verbs that can be meant.</summary>
    /// <param name="verb">The verb that was named; all of them where it is none.</param>
    public Command AddTo(Command parent, CliContext context, string? verb)
    {
        var desk = new MailDesk(context);
        parent.Options.Add(desk.PersonaOption);
        parent.Options.Add(desk.JsonOption);
        foreach (var one in Find(verb) is { } known ? [known] : verbs)
        {
            parent.Subcommands.Add(TidyingAction.Follow(one.Build(desk), desk));
        }

        return parent;
    }

    private MailVerb? Find(string? verb) => Array.Find(verbs, one => one.Name == verb);
}
