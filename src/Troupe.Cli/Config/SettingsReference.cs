using System.Text;
using Troupe.Core;

namespace Troupe.Cli.Config;

/// <summary>The reference of the settings as Markdown, made from the catalogue that also reads them.</summary>
internal static class SettingsReference
{
    private static readonly (string Prefix, string Heading, string Introduction)[] Tables =
    [
        ("sprint.", "`[sprint]`", "When who runs, and where the result goes."),
        ("weaver.verify[].", "`[[weaver.verify]]`", "What a woven tree has to pass before it lands. Each step is a table of its own; they run in the order of the file."),
        ("weaver.", "`[weaver]`", "How patches become one tree."),
        ("agent.NAME.", "`[agent.NAME]`", "What runs a session: any command that edits files in the folder that it is started in. NAME is free."),
    ];

    public static string Markdown()
    {
        var text = new StringBuilder();
        text.Append("""
            # Settings

            `.team/troupe.toml` ([TOML](https://toml.io)). Every key has a default unless it says *required*. An unknown key or a value of the
            wrong type is an error with file, line and what may have been meant. `troupe config show --origin` prints what holds here, and why.
            A sprint reads the file from the commit that it starts from.

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
