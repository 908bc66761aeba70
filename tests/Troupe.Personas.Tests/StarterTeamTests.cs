using Troupe.Core;

namespace Troupe.Personas.Tests;

public sealed class StarterTeamTests
{
    [Fact]
    public void Files_WrittenOut_AreAValidTeam()
    {
        using var team = new TeamFolder();
        Write(team.Home);

        var roster = Roster.Load(team.Home);

        roster.Personas.Select(persona => persona.Id.Value).ShouldBe(["bolt", "curator", "lead", "sapper", "scribe", "sentinel", "shepherd"]);
        roster.Scheduled.Count().ShouldBe(6);
        roster.Get("lead").Kind.ShouldBe(PersonaKind.Human);
    }

    [Fact]
    public void Files_EveryPrompt_FollowsRosav()
    {
        foreach (var file in StarterTeam.Files.Where(file => file.Path.EndsWith("prompt.md", StringComparison.Ordinal) && !file.Path.Contains("lead")))
        {
            file.Text.Split('\n').Where(line => line.StartsWith("### ", StringComparison.Ordinal))
                .ShouldBe(["### Role", "### Objective", "### Situation", "### Act", "### Verify"], file.Path);
        }
    }

    [Fact]
    public void Settings_AsTheyAre_SetNothing() =>
        Settings.Parse(Text("troupe.toml"), "t").Values.ShouldAllBe(value => value.Origin.IsDefault);

    [Fact]
    public void Settings_EveryLineUncommented_IsValidAndHasEveryKey()
    {
        var lines = Text("troupe.toml").Split('\n')
            .Where(line => line.Length > 0 && !line.StartsWith("# What", StringComparison.Ordinal) && !line.StartsWith("# so that", StringComparison.Ordinal));
        var settings = Settings.Parse(string.Join('\n', lines.Select(Uncomment)), "t");

        settings.Values.Where(value => value.Origin.IsDefault).Select(value => value.Key)
            .ShouldBe(["weaver.order", "agent.claude.env"], "the template shows every key but these");
    }

    [Fact]
    public void Settings_DefaultsShownInComments_AreTheRealOnes()
    {
        var shown = Settings.Parse(string.Join('\n', Text("troupe.toml").Split('\n').Select(Uncomment)), "t").Values;
        var real = Settings.Default.Values;

        foreach (var value in real.Where(value => value.Key is not ("sprint.target" or "sprint.agent" or "weaver.union.paths" or "mail.on_delivery" or "mail.retention")))
        {
            shown.Single(other => other.Key == value.Key).Value.ShouldBe(value.Value, value.Key);
        }
    }

    [Fact]
    public void Ignore_Rules_AreWrittenUnderTheirRealName() => Text(".gitignore").ShouldContain("\n/mail/\n");

    private static string Text(string path) => StarterTeam.Files.Single(file => file.Path == path).Text;

    // A comment that is a setting looks like one: a key and '=', or a table header.
    private static string Uncomment(string line) =>
        System.Text.RegularExpressions.Regex.IsMatch(line, @"^# ([a-z_]+ = |\[)") ? line[2..] : line;

    private static void Write(TeamHome home)
    {
        foreach (var file in StarterTeam.Files)
        {
            var path = Path.Combine(home.TeamFolder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, file.Text);
        }
    }
}
