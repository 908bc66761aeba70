using Troupe.Testing;

namespace Troupe.EndToEnd;

/// <summary>A team whose agent is one shell script, which looks at TROUPE_PERSONA to know who it is.</summary>
internal sealed record ScriptedTeam
{
    public required IReadOnlyList<string> Personas { get; init; }

    /// <summary>Run by <c>sh</c> in the checkout.</summary>
    public required string Script { get; init; }

    /// <summary>More lines for <c>[sprint]</c>.</summary>
    public string Sprint { get; init; } = "";

    /// <summary>More tables for <c>troupe.toml</c>.</summary>
    public string Tables { get; init; } = "";

    /// <summary>Lines for the front matter of one persona.</summary>
    public IReadOnlyDictionary<string, string> FrontMatter { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Eight personas with a page each; every sprint adds a line to each page.</summary>
    public static ScriptedTeam Writers { get; } = new()
    {
        Personas = ["ada", "bert", "cleo", "dora", "emil", "fern", "gus", "hana"],
        Script = """
            echo "sprint $TROUPE_SPRINT" >>"pages/$TROUPE_PERSONA.md"
            case $TROUPE_PERSONA in ada|emil) git commit -qam "A line by $TROUPE_PERSONA" ;; esac
            """,
    };

    public async Task<Stage> StageAsync()
    {
        var stage = new Stage();
        Testing.Script.Write(stage.Beside("agent.sh"), "set -eu\n" + Script);
        GitSandbox.WriteIn(stage.Repository, [.. Files()]);
        await stage.GitAsync("init", "--quiet", "--initial-branch=main");
        await stage.GitAsync("config", "user.name", "Test");
        await stage.GitAsync("config", "user.email", "test@example.org");
        await stage.GitAsync("add", "--all");
        await stage.GitAsync("commit", "--quiet", "--message=Start");
        return stage;
    }

    private IEnumerable<(string, string?)> Files()
    {
        yield return ("README.md", "# A project\n\nOne.\nTwo.\nThree.\n");
        yield return (".team/.gitignore", "/mail/\n/sprints/\n/outbox/\n");
        yield return (".team/troupe.toml", Settings());
        yield return (".team/personas/lead/prompt.md", "---\nid: lead\nemoji: L\ndescription: The lead.\nkind: human\n---\n\nThat is you.\n");
        foreach (var persona in Personas)
        {
            yield return ($"pages/{persona}.md", $"# {persona}\n");
            yield return ($".team/personas/{persona}/prompt.md", Prompt(persona));
        }
    }

    // The script is named without this stage's path, so that two stages begin with the same commit's tree.
    private string Settings() =>
        $"""
        [sprint]
        mode = "parallel"
        agent = "script"
        {Sprint}

        [agent.script]
        command = ["sh", "-c", "exec sh $TROUPE_TEAM/../../agent.sh"]
        stdin = "none"

        {Tables}
        """;

    private string Prompt(string persona) =>
        $"""
        ---
        id: {persona}
        emoji: P
        description: Writes the page {persona}.
        kind: ai
        {FrontMatter.GetValueOrDefault(persona, "priority: 0")}
        ---

        ### Role

        You write.

        ### Objective

        Add a line.

        ### Situation

        Others do the same.

        ### Act

        Write it.

        ### Verify

        Read it.

        """;
}
