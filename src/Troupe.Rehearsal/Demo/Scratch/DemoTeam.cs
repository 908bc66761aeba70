using Troupe.Personas;

namespace Troupe.Rehearsal.Demo;

/// <summary>The <c>.team</c> folder of the demo, by path from the root of the repository.</summary>
internal static class DemoTeam
{
    public static IReadOnlyDictionary<string, string> Write()
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal) { [".team/troupe.toml"] = Settings };
        foreach (var file in StarterTeam.Files.Where(file => file.Path is ".gitignore" or "personas/lead/prompt.md"))
        {
            files[".team/" + file.Path] = file.Text;
        }

        foreach (var role in DemoCast.Roles)
        {
            files[$".team/personas/{role.Persona}/prompt.md"] = Prompt(role);
        }

        return files;
    }

    private const string Settings =
        """
        # The demo's agent is a script: it edits files, reads its mail and costs nothing.
        [sprint]
        mode = "parallel"
        agent = "scripted"
        session_timeout = "2m"

        [agent.scripted]
        command = ["troupe", "dev", "demo-persona"]
        stdin = "none"

        [[weaver.verify]]
        name = "check"
        command = ["sh", "check.sh"]
        timeout = "2m"

        """;

    private static string Prompt(DemoRole role) =>
        $"""
        ---
        id: {role.Persona}
        emoji: {role.Emoji}
        description: {role.Task}.
        kind: ai
        ---

        ### Role

        You work in the harbour office and keep its toolbox in order.

        ### Objective

        {role.Task}.

        ### Situation

        Others work at the same time, each on a change of their own.

        ### Act

        Read your mail first. Then make this one change, and nothing besides.

        ### Verify

        Run `sh check.sh`.

        """;
}
