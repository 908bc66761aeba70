using CsCheck;
using Troupe.Core;

namespace Troupe.Personas.Tests;

public sealed class RosterTests : IDisposable
{
    private const string Curator = """
        ---
        id: curator
        emoji: 🎭
        description: Evaluates the user experience.
        kind: ai
        scheduled: false
        schedule: "0 6 * * 1"
        agent: claude
        model: large
        scope: ["docs/**", "src/**/*.css"]
        after: [scribe]
        groups: [docs, product]
        critical: true
        plan_approval: lead
        automation: manual
        priority: -3
        hired_by: lead
        ---

        # Hello {{ id }}
        """;

    private const string Scribe = "---\nid: scribe\ndescription: Writes.\ngroups: [docs]\n---\nWrite.\n";

    private readonly TeamFolder _team = new();

    [Fact]
    public void Load_EveryKey_IsTaken()
    {
        var roster = Roster.Load(_team.With("curator", Curator).With("scribe", Scribe).Home);

        var curator = roster.Get("curator");
        curator.Title.ShouldBe("🎭 curator");
        curator.Description.ShouldBe("Evaluates the user experience.");
        curator.Kind.ShouldBe(PersonaKind.Ai);
        curator.IsScheduled.ShouldBeFalse();
        curator.Schedule.ShouldBe("0 6 * * 1");
        curator.Agent.ShouldBe("claude");
        curator.Model.ShouldBe("large");
        curator.Scope.ShouldBe(["docs/**", "src/**/*.css"]);
        curator.After.ShouldBe([PersonaId.Parse("scribe")]);
        curator.Groups.ShouldBe(["docs", "product"]);
        curator.IsCritical.ShouldBeTrue();
        curator.PlanApproval.ShouldBe(PlanApproval.Lead);
        curator.Automation.ShouldBe(Automation.Manual);
        curator.Priority.ShouldBe(-3);
        curator.HiredBy.ShouldBe("lead");
        curator.Body.ShouldBe("# Hello {{ id }}\n");
        curator.BodyLine.ShouldBe(20);
        curator.File.ShouldBe(".team/personas/curator/prompt.md");
        roster.Scheduled.Select(persona => persona.Id.Value).ShouldBe(["scribe"]);
        roster.Groups["docs"].Select(id => id.Value).ShouldBe(["curator", "scribe"]);
        roster.Groups["all"].Count.ShouldBe(2);
    }

    [Fact]
    public void Load_ByteOrderMarkAndCarriageReturns_AreNoMatter()
    {
        var scribe = Roster.Load(_team.With("scribe", "\uFEFF" + Scribe.Replace("\n", "\r\n", StringComparison.Ordinal)).Home).Get("scribe");

        scribe.Description.ShouldBe("Writes.");
        scribe.Body.ShouldBe("Write.\n");
    }

    [Fact]
    public void Load_NoFolder_IsAnEmptyRoster() => Roster.Load(_team.Home).Personas.ShouldBeEmpty();

    [Fact]
    public void Get_UnknownPersona_Suggests()
    {
        var failure = Should.Throw<TroupeException>(() => Roster.Load(_team.With("scribe", Scribe).Home).Get("scribbe"));

        failure.Code.ShouldBe(ErrorCode.NotFound);
        failure.Message.ShouldContain("did you mean 'scribe'?");
    }

    [Theory]
    [InlineData("", 1, "a prompt begins with front matter")]
    [InlineData("id: scribe\n", 1, "a prompt begins with front matter")]
    [InlineData("---\nid: scribe\n", 1, "never ends")]
    [InlineData("---\n---\nx", 2, "front matter is a list of 'key: value' lines")]
    [InlineData("---\n- a\n---\nx", 2, "front matter is a list of 'key: value' lines")]
    [InlineData("---\nid: [scribe\ndescription: x\n---\nx", 2, "this is not YAML")]
    [InlineData("---\nid: scribe\nid: scribe\ndescription: x\n---\nx", 3, "this is not YAML")]
    [InlineData("---\ndescription: x\n---\nx", 1, "the front matter has no 'id': it must be 'scribe'")]
    [InlineData("---\nid: scribe\n---\nx", 1, "the front matter has no 'description'")]
    [InlineData("---\nid: scribe\ndescription:\n---\nx", 3, "'description' must be text on one line")]
    [InlineData("---\nid: scribe\ndescription: \"a\\u001b[31m\"\n---\nx", 3, "'description' must be text on one line")]
    [InlineData("---\nid: curator\ndescription: x\n---\nx", 2, "'id' is 'curator' and the folder is 'scribe'")]
    [InlineData("---\nid: scribe\ndescription: x\nscop: [a]\n---\nx", 4, "unknown key 'scop', did you mean 'scope'?")]
    [InlineData("---\nid: scribe\ndescription: x\nkind: robot\n---\nx", 4, "'kind' must be ai or human, not 'robot'")]
    [InlineData("---\nid: scribe\ndescription: x\nkind: humna\n---\nx", 4, "did you mean 'human'?")]
    [InlineData("---\nid: scribe\ndescription: x\nkind: human\nscheduled: true\n---\nx", 5, "a human is never scheduled")]
    [InlineData("---\nid: scribe\ndescription: x\nscheduled: \"true\"\n---\nx", 4, "'scheduled' must be true or false")]
    [InlineData("---\nid: scribe\ndescription: x\npriority: high\n---\nx", 4, "'priority' must be a whole number")]
    [InlineData("---\nid: scribe\ndescription: x\nscope: docs\n---\nx", 4, "'scope' must be a list")]
    [InlineData("---\nid: scribe\ndescription: x\nscope: [{a: b}]\n---\nx", 4, "'scope' must be text on one line")]
    [InlineData("---\nid: scribe\ndescription: x\nafter: [ghost]\n---\nx", 1, "'after' names 'ghost', and there is no such persona")]
    [InlineData("---\nid: scribe\ndescription: x\nafter: [scribe]\n---\nx", 1, "its 'after' leads back to itself")]
    [InlineData("---\nid: scribe\ndescription: x\nafter: [../x]\n---\nx", 4, "'after' names '../x', which is no persona id")]
    [InlineData("---\nid: scribe\ndescription: x\ngroups: [all]\n---\nx", 4, "'all' cannot name a group")]
    [InlineData("---\nid: scribe\ndescription: x\ngroups: [scribe]\n---\nx", 1, "the group 'scribe' has the name of a persona")]
    [InlineData("---\nid: scribe\ndescription: x\nschedule: daily\n---\nx", 4, "'schedule' must be five cron fields")]
    [InlineData("---\nid: scribe\ndescription: x\n---\n  \n\n", 2, "there is no prompt below the front matter")]
    [InlineData("---\nid: scribe\ndescription: x\n---\n\nHello\n{{ nmae }}\n", 7, "unknown variable 'nmae'")]
    public void Load_Mistake_IsToldWithFileAndLine(string prompt, int line, string message)
    {
        var failure = Should.Throw<TroupeException>(() => Roster.Load(_team.With("scribe", prompt).Home));

        failure.Code.ShouldBe(ErrorCode.InvalidSettings);
        var told = failure.Message.Split('\n').Single();
        told.ShouldStartWith($".team/personas/scribe/prompt.md:{line}: ");
        told.ShouldContain(message);
        told.ShouldNotContain("\u001b");
    }

    [Fact]
    public void Load_BracketsWithoutEnd_IsAMistakeAndNoCrash() =>
        Mistake("---\nid: scribe\nscope: " + new string('[', 60_000) + "\n---\nx").ShouldContain("this is not YAML");

    [Fact]
    public void Load_AnyFrontMatter_IsTakenOrRefusedAndNeverCrashes() =>
        Gen.String[Gen.Char["ab:-[]{}&*!|>'\"%@`#,? \n\t~"], 0, 40].Sample(text =>
        {
            List<RosterProblem> problems = [];
            _ = PersonaReader.Read(PersonaId.Parse("scribe"), $"---\nid: scribe\ndescription: x\n{text}\n---\nx", "p", problems);
            return problems.TrueForAll(problem => problem.Line is >= 1 and < 60);
        }, iter: 1000);

    [Fact]
    public void Load_HugeFrontMatter_IsRefused() =>
        Mistake("---\n# " + new string('x', 70_000) + "\n---\nx").ShouldContain("longer than 64 KiB");

    [Theory]
    [InlineData("all")]
    [InlineData("human")]
    [InlineData("weaver")]
    public void Load_AddressOfMail_CannotBeAPersona(string id) =>
        Should.Throw<TroupeException>(() => Roster.Load(_team.With(id, $"---\nid: {id}\ndescription: x\n---\nx").Home))
            .Message.ShouldContain("is an address of its own in mail");

    [Fact]
    public void Load_LeadAsAi_IsRefused() =>
        Should.Throw<TroupeException>(() => Roster.Load(_team.With("lead", "---\nid: lead\ndescription: x\n---\nx").Home))
            .Message.ShouldContain("the lead is the human");

    [Fact]
    public void Load_FolderThatIsNoId_IsAMistake() =>
        Should.Throw<TroupeException>(() => Roster.Load(_team.With("Scribe", Scribe).Home)).Message.ShouldContain("the folder's name is no persona id");

    [Fact]
    public void Load_FolderWithoutPrompt_IsAMistake()
    {
        Directory.CreateDirectory(Path.Combine(_team.Home.PersonasFolder, "scribe"));
        Directory.CreateDirectory(Path.Combine(_team.Home.PersonasFolder, ".hidden"));

        Should.Throw<TroupeException>(() => Roster.Load(_team.Home)).Message
            .ShouldBe(".team/personas/scribe/prompt.md:1: there is no such file: write one, or remove the folder.");
    }

    [Fact]
    public void Load_BytesThatAreNoText_AreAMistake()
    {
        _team.With("scribe", "");
        File.WriteAllBytes(Path.Combine(_team.Home.PersonasFolder, "scribe", "prompt.md"), [.. "---\n"u8, 0xC3, 0x28]);

        Should.Throw<TroupeException>(() => Roster.Load(_team.Home)).Message.ShouldStartWith(".team/personas/scribe/prompt.md:2: this is not UTF-8 text");
    }

    [Fact]
    public void Load_LinkOutOfTheTeam_IsRefused()
    {
        File.WriteAllText(Path.Combine(_team.Outside, "secret"), Scribe);
        Directory.CreateDirectory(Path.Combine(_team.Home.PersonasFolder, "scribe"));
        File.CreateSymbolicLink(Path.Combine(_team.Home.PersonasFolder, "scribe", "prompt.md"), "../../../secret");

        Should.Throw<TroupeException>(() => Roster.Load(_team.Home)).Message.ShouldContain("a symbolic link that leads out of .team");
    }

    [Fact]
    public void Load_LinkWithinTheTeam_IsFollowed()
    {
        _team.With("curator", Scribe.Replace("scribe", "curator", StringComparison.Ordinal));
        Directory.CreateDirectory(Path.Combine(_team.Home.TeamFolder, "shared"));
        File.WriteAllText(Path.Combine(_team.Home.TeamFolder, "shared", "scribe.md"), Scribe);
        Directory.CreateDirectory(Path.Combine(_team.Home.PersonasFolder, "scribe"));
        File.CreateSymbolicLink(Path.Combine(_team.Home.PersonasFolder, "scribe", "prompt.md"), "../../shared/scribe.md");

        Roster.Load(_team.Home).Personas.Count.ShouldBe(2);
    }

    [Fact]
    public void Inspect_OneOfTwoIsWrong_GivesTheOther()
    {
        var (roster, problems) = Roster.Inspect(_team.With("curator", "nothing").With("scribe", Scribe).Home);

        roster.Personas.Select(persona => persona.Id.Value).ShouldBe(["scribe"]);
        problems.Count.ShouldBe(1);
    }

    public void Dispose() => _team.Dispose();

    private string Mistake(string prompt) => Should.Throw<TroupeException>(() => Roster.Load(_team.With("scribe", prompt).Home)).Message;
}
