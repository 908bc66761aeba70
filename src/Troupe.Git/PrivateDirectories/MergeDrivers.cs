using System.Text;
using Troupe.Core;

namespace Troupe.Git;

/// <summary>
/// Merge drivers of the settings in a private git directory. Each runs behind a small script, for git believes a driver that exits 0
/// whatever it left behind, waits for it for ever, and shares the pipes with it that carry the merges and their answers.
/// </summary>
internal static class MergeDrivers
{
    private static readonly string[] Taken = ["union", "text", "binary"];
    private static readonly string[] Sides = ["%O", "%A", "%B", "%P"];

    public static void Write(string gitDirectory, IReadOnlyList<MergeDriverSettings> drivers)
    {
        foreach (var driver in drivers)
        {
            Require(driver);
            var script = Path.Combine(gitDirectory, $"driver-{driver.Name}.sh");
            File.WriteAllText(script, Script(driver));

            // Git reads '%' in the command as a place for a side, and the configuration reads quotes and backslashes.
            var command = $"sh {Shell(script).Replace("%", "%%", StringComparison.Ordinal)} %O %A %B %P";
            File.AppendAllText(
                Path.Combine(gitDirectory, "config"),
                $"[merge \"{driver.Name}\"]\n\tdriver = \"{command.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"\n");
        }
    }

    private static void Require(MergeDriverSettings driver)
    {
        if (driver.Name.Length == 0 || !driver.Name.All(c => char.IsAsciiLetterOrDigit(c) || c == '-') || Taken.Contains(driver.Name, StringComparer.Ordinal))
        {
            throw new TroupeException(
                ErrorCode.InvalidSettings,
                $"'{Printable.Escape(driver.Name)}' cannot name a merge driver: use letters, digits and hyphens, and none of {string.Join(", ", Taken)}.");
        }
    }

    // What counts is a file that is there, not empty where theirs is not, and without conflict markers; anything else is git's to merge.
    private static string Script(MergeDriverSettings driver) =>
        $$"""
        exec </dev/null >/dev/null 2>&1
        cp "$2" "$2.ours" || exit 1
        {{string.Join(' ', driver.Command.Select(Argument))}} &
        work=$!
        (
          sleep {{Math.Max(1, (int)driver.Timeout.TotalSeconds)}} &
          nap=$!
          trap 'kill $nap; exit 0' TERM
          wait $nap
          kill -9 $work
        ) &
        watch=$!
        wait $work
        code=$?
        kill $watch
        if [ $code -eq 0 ] && [ -f "$2" ] && { [ -s "$2" ] || [ ! -s "$3" ]; } && ! grep -q -a -e '^<<<<<<<' -e '^>>>>>>>' "$2"; then
          rm -f "$2.ours"
          exit 0
        fi
        rm -f "$2"
        mv "$2.ours" "$2" || exit 1
        git merge-file -q "$2" "$1" "$3" && exit 0
        exit 1

        """;

    private static string Argument(string argument)
    {
        var text = Shell(argument);
        for (var i = 0; i < Sides.Length; i++)
        {
            text = text.Replace(Sides[i], $"'\"${i + 1}\"'", StringComparison.Ordinal);
        }

        return text;
    }

    private static string Shell(string text) => $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
