using System.Text;

namespace Troupe.Shell;

/// <summary>The reference of the exit codes as Markdown, made from the list that the program uses.</summary>
public static class ExitCodesReference
{
    public static string Markdown()
    {
        var text = new StringBuilder();
        text.Append("""
            # Exit codes

            One list for every command, under either name of the program. The message on standard error says what happened, to what, and
            what to do next. With `--json` the exit code is the same and standard output is empty on failure.

            | code | name | meaning |
            |---|---|---|

            """);
        foreach (var code in ExitCodes.All)
        {
            text.Append($"| {code.Number} | {code.Name} | {code.Meaning} |\n");
        }

        text.Append("""

            0 and 1 are answers: `troupe weave plan` exits with 1 where some patches do not fit, `troupe doctor` where it found a problem.
            2 and above are failures. Numbers are never reused.

            """);
        return text.ToString();
    }
}
