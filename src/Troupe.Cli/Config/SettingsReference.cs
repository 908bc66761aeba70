using System.Text;
using Troupe.Core;

namespace Troupe.Cli.Config;

/// <summary>The reference of the settings as Markdown, made from the catalogue that also reads them.</summary>
internal static class SettingsReference
{
    private static readonly (string Prefix, string Heading, string Introduction)[] Tables =
    [
        ("sprint.", "`[sprint]`", "When who runs, and where the result goes."),
        ("weaver.driver[].", "`[[weaver.driver]]`", "Programs that merge files which they understand better than git does; none by default. Only the tip's settings name them, never a patch."),
        ("weaver.regenerate[].", "`[[weaver.regenerate]]`", "Programs that make lock files anew where several patches change them; none by default. Only the tip's settings name them, never a patch."),
        ("weaver.verify[].", "`[[weaver.verify]]`", "What a woven tree has to pass before it lands. Each step is a table of its own; they run in the order of the file."),
        ("weaver.", "`[weaver]`", "How patches become one tree."),
        ("mail.", "`[mail]`", "Messages between personas, the Weaver and you, and where the logs are backed up."),
        ("agent.NAME.", "`[agent.NAME]`", "What runs a session: any command that edits files in the folder that it is started in. NAME is free."),
    ];

    public static string Markdown()
    {
        var text = new StringBuilder();
        text.Append("""
            # Settings

            `.team/troupe.toml` ([TOML](https://toml.io)). Every key has a default unless it says *required*. An unknown key or a value of the
            wrong type is an error with file, line and what may have been meant. `troupe config show --origin` prints what holds here, and why.

            ## What is read where

            | what | read from | why |
            |---|---|---|
            | settings `[sprint]`, `[mail]`, `[agent.NAME]` | the file in the main checkout, when a command starts | they say how this machine works, and may be tried out before they are committed |
            | prompts of personas | `.team/personas` in the main checkout, likewise | a prompt may be tried out before it is committed |
            | settings `[[weaver.verify]]`, `[[weaver.driver]]`, `[[weaver.regenerate]]`, `weaver.union.paths` | the commit that patches are woven onto: the base at first, then the sprint's branch | nobody, no patch either, changes what it is judged by on the way |
            | settings `[weaver]` for `troupe weave` | the commit that is built on | likewise |
            | the `.team` that sessions see | the commit that a session starts from | a checkout holds what is committed |

            A patch that touches `.team` is held for a human in a sprint. Where the commit has no `.team/troupe.toml`, checks are taken from the
            file, too. `troupe doctor`, `troupe sprint plan` and `troupe sprint run` warn where file and commit differ.

            From a linked worktree, `.team`, HEAD and the target are those of the main checkout, not of the worktree that one stands in: a
            repository has one team. `troupe sprint plan` says so there.

            This page is the output of `troupe config reference`.

            """);
        foreach (var (prefix, heading, introduction) in Tables.OrderBy(table => Position(table.Prefix)))
        {
            text.Append($"\n## {heading}\n{introduction}\n\n| key | value | default | meaning |\n|---|---|---|---|\n");
            foreach (var key in SettingCatalogue.All.Where(key => TableOf(key) == prefix))
            {
                text.Append($"| `{key.Key[prefix.Length..]}` | {Cell(key.Type)} | {DefaultOf(key)} | {Cell(key.Meaning)} |\n");
            }
        }

        return text.ToString();
    }

    private static int Position(string prefix) =>
        SettingCatalogue.All.Select((key, index) => (key, index)).First(entry => TableOf(entry.key) == prefix).index;

    private static string TableOf(SettingDescription key) =>
        Tables.First(table => key.Key.StartsWith(table.Prefix, StringComparison.Ordinal)).Prefix;

    private static string DefaultOf(SettingDescription key) => key.Default switch
    {
        null => "*required*",
        var words when words.StartsWith('(') => Cell(words.Trim('(', ')')),
        var words when words.Contains(" where ", StringComparison.Ordinal) => Cell(words),
        var value => $"`{Cell(value)}`",
    };

    private static string Cell(string text) => text.Replace("|", "\\|", StringComparison.Ordinal);
}
