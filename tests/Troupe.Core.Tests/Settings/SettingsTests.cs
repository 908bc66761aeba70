using Troupe.Testing;

namespace Troupe.Core.Tests.SettingsFiles;

public sealed class SettingsTests
{
    private const string Full = """
        [sprint]
        mode = "parallel"
        parallel_every = 0
        parallel_sprints = [50, 55]
        max_attempts = 2
        max_runs = 4
        max_parallel = 8
        session_timeout = 90
        land = "target"
        target = "main"
        agent = "claude"

        [weaver]
        order = "fifo"
        policy = true
        timeout = "1h30m"
        union.paths = ["CHANGELOG.md"]

        [[weaver.driver]]
        name = "mergiraf"
        paths = ["*.java"]
        command = ["mergiraf", "merge", "%O", "%A", "%B", "-o", "%A", "-p", "%P"]
        timeout = "5s"

        [[weaver.regenerate]]
        paths = ["package-lock.json"]
        inputs = ["package.json"]
        command = ["npm", "install", "--package-lock-only", "--ignore-scripts"]
        timeout = "2m"

        [[weaver.verify]]
        name = "build"
        command = ["make", "-j", "all"]
        timeout = "5m"

        [[weaver.verify]]
        name = "test"
        command = "make test | tail"

        [agent.claude]
        command = ["claude", "-p", "{prompt}"]
        stdin = "none"
        env_allow = ["API_KEY"]
        env = { LANG = "C" }
        setup = "npm ci"
        timeout = "45m"
        max_output = "1MiB"
        """;

    [Fact]
    public void Parse_EveryKey_IsTaken()
    {
        var settings = Settings.Parse(Full, ".team/troupe.toml");

        settings.Sprint.ParallelSprints.ShouldBe([50, 55]);
        settings.Sprint.ShouldBe(new SprintSettings
        {
            Mode = SprintModeSetting.Parallel, ParallelEvery = 0, ParallelSprints = settings.Sprint.ParallelSprints, MaxAttempts = 2,
            MaxRuns = 4, MaxParallel = 8, SessionTimeout = TimeSpan.FromSeconds(90), Land = LandSetting.Target, Target = "main",
            Agent = "claude",
        });
        settings.Weaver.Timeout.ShouldBe(TimeSpan.FromMinutes(90));
        settings.Weaver.Policy.ShouldBeTrue();
        settings.Weaver.UnionPaths.ShouldBe(["CHANGELOG.md"]);
        settings.Weaver.Drivers.Single().ShouldSatisfyAllConditions(
            driver => driver.Name.ShouldBe("mergiraf"), driver => driver.Paths.ShouldBe(["*.java"]), driver => driver.Timeout.TotalSeconds.ShouldBe(5));
        settings.Weaver.Regenerate.Single().ShouldSatisfyAllConditions(
            rule => rule.Paths.ShouldBe(["package-lock.json"]), rule => rule.Inputs.ShouldBe(["package.json"]),
            rule => rule.Command[1].ShouldBe("install"), rule => rule.Timeout.TotalMinutes.ShouldBe(2));
        settings.Weaver.Verify.Select(step => string.Join(' ', step.Command)).ShouldBe(["make -j all", "sh -c make test | tail"]);
        settings.Weaver.Verify.Select(step => step.Timeout.TotalMinutes).ShouldBe([5, 30]);
        var agent = settings.AgentFor(null);
        agent.Command.ShouldBe(["claude", "-p", "{prompt}"]);
        agent.PromptOnStdin.ShouldBeFalse();
        agent.EnvAllow.ShouldBe(["API_KEY"]);
        agent.Env["LANG"].ShouldBe("C");
        agent.Setup.ShouldBe(["sh", "-c", "npm ci"]);
        agent.Timeout.ShouldBe(TimeSpan.FromMinutes(45));
        agent.MaxOutput.ShouldBe(1024 * 1024);
    }

    [Fact]
    public void Parse_EveryKey_IsInTheCatalogueAndTheOtherWayRound()
    {
        var read = Settings.Parse(Full, "t").Values
            .Select(value => value.Key.Replace("agent.claude", "agent.NAME", StringComparison.Ordinal))
            .Select(key => key.Replace("[0]", "[]", StringComparison.Ordinal).Replace("[1]", "[]", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);

        read.ShouldBe(SettingCatalogue.All.Select(entry => entry.Key));
    }

    [Fact]
    public void Parse_EveryValueShown_ReadsAsTheSameValue()
    {
        var values = Settings.Parse(Full, "t").Values.Where(value => value.Key.StartsWith("sprint.", StringComparison.Ordinal)).ToList();
        var again = Settings.Parse(
            string.Join('\n', values.Select(value => $"{value.Key} = {value.Value}")) + "\nagent.claude.command = \"x\"", "t");

        again.Values.Where(value => value.Key.StartsWith("sprint.", StringComparison.Ordinal)).Select(value => value.Value)
            .ShouldBe(values.Select(value => value.Value));
    }

    [Fact]
    public void Parse_Values_SayWhereTheyComeFrom()
    {
        var values = Settings.Parse("\n[sprint]\r\nmax_runs = 4\r\n", ".team/troupe.toml").Values.ToDictionary(value => value.Key);

        values["sprint.max_runs"].Origin.ToString().ShouldBe(".team/troupe.toml:3");
        values["sprint.max_attempts"].Origin.ToString().ShouldBe("default");
        values["sprint.max_attempts"].Value.ShouldBe("3");
        values["sprint.session_timeout"].Value.ShouldBe("\"60m\"");
    }

    [Theory]
    [InlineData("[sprint]\nmax_atempts = 3", "t:2: unknown key 'max_atempts' in [sprint], did you mean 'max_attempts'?")]
    [InlineData("[spirnt]\n", "t:1: unknown key 'spirnt', did you mean 'sprint'?")]
    [InlineData("colour = 1", "t:1: unknown key 'colour'.")]
    [InlineData("[sprint]\nmax_attempts = \"3\"", "t:2: sprint.max_attempts must be a whole number of at least 1, not \"3\".")]
    [InlineData("[sprint]\nmax_attempts = 0", "t:2: sprint.max_attempts must be a whole number of at least 1, not 0.")]
    [InlineData("[sprint]\nmax_runs = 99999999999", "t:2: sprint.max_runs must be a whole number of at least 1, not 99999999999.")]
    [InlineData("[sprint]\nmax_runs = 1.5", "t:2: sprint.max_runs must be a whole number of at least 1, not a fraction.")]
    [InlineData("[sprint]\nmode = \"paralel\"", "t:2: sprint.mode must be one of \"rollout\", \"parallel\", \"sequential\", not \"paralel\".")]
    [InlineData("sprint = 1", "t:1: sprint must be a table, written [sprint], not 1.")]
    [InlineData("[[sprint]]\n", "t:1: sprint must be a table, written [sprint], not an array.")]
    [InlineData("[weaver]\nverify = \"make\"", "t:2: weaver.verify must be an array of tables, written [[weaver.verify]], not \"make\".")]
    [InlineData("[weaver.verify]\nname = 'a'\n", "t:1: weaver.verify must be an array of tables, written [[weaver.verify]], not a table.")]
    [InlineData("[[weaver.verify]]\nname = 'a'\n", "t:1: [[weaver.verify]] has no 'command': it must be a command")]
    [InlineData("[[weaver.verify]]\nname = 'a'\ncommand = 'x'\n[[weaver.verify]]\nname = 'a'\ncommand = 'x'", "t:5: there are two verify steps named \"a\"")]
    [InlineData("[weaver.regenerate]\ncommand = 'x'", "t:1: weaver.regenerate must be an array of tables, written [[weaver.regenerate]], not a table.")]
    [InlineData("[[weaver.regenerate]]\ncommand = 'x'\n", "t:1: [[weaver.regenerate]] has no 'paths': it must be an array of strings")]
    [InlineData("[[weaver.regenerate]]\npaths = ['x']\n", "t:1: [[weaver.regenerate]] has no 'command': it must be a command")]
    [InlineData("[[weaver.regenerate]]\npaths = ['x']\ncommand = 'x'\ninput = ['y']\n", "t:4: unknown key 'input' in [[weaver.regenerate]], did you mean 'inputs'?")]
    [InlineData("[agent.x]\ncommand = []", "t:2: agent.x.command must be a command")]
    [InlineData("[agent.x]\ncommand = [\"a\", 1]", "t:2: agent.x.command must be a command")]
    [InlineData("[agent.x]\ncommand = \"run '{prompt}'\"", "t:2: a shell would run what the prompt says")]
    [InlineData("[agent.X]\ncommand = \"a\"", "t:1: 'X' cannot name an agent")]
    [InlineData("[agent.x]\ncommand = \"a\"\nenv = { \"A B\" = \"1\" }", "t:3: agent.x.env must be a table of strings")]
    [InlineData("[agent.x]\ncommand = \"a\"\n[sprint]\nagent = \"y\"", "t:4: sprint.agent names 'y', and there is no [agent.y]")]
    [InlineData("[sprint]\nsession_timeout = \"60 minutes\"", "t:2: sprint.session_timeout must be a duration such as")]
    [InlineData("[sprint]\nsession_timeout = -1", "t:2: sprint.session_timeout must be a duration such as")]
    [InlineData("[sprint]\n[sprint]\n", "t:2: ")]
    [InlineData("[sprint]\nland = \"branch\"\nland = \"target\"", "t:3: ")]
    [InlineData("[[weaver.verify]]\nname = 'a'\ncommand = 1\n", "t:3: 'command' of [[weaver.verify]] must be a command")]
    [InlineData("[sprint\n", "t:1: ")]
    [InlineData("a = \"\u0001\"", "t:1: ")]
    public void Parse_Mistake_IsToldWithItsLine(string text, string expected)
    {
        var failure = Should.Throw<TroupeException>(() => Settings.Parse(text, "t"));

        failure.Code.ShouldBe(ErrorCode.InvalidSettings);
        failure.Message.ShouldStartWith(expected);
    }

    [Theory]
    [InlineData("[sprint]\nagent = \"cl\n[agent.cl]\ncommand = 'c'\n", "t:2: the string is not closed.")]
    [InlineData("[agent.cl]\ncommand = 'c\nstdin = 'none'\n", "t:2: the string is not closed.")]
    [InlineData("[agent.cl]\ncommand = [\"c\", \"d]\n\n[sprint]\n", "t:2: the string is not closed.")]
    [InlineData("[agent.cl\ncommand = 'c'\n", "t:1: the table's name is not closed: write [NAME].")]
    [InlineData("[agent.cl]\ncommand = [\"c\"\nstdin = 'none'\n", "t:3: ")]
    [InlineData("[agent.cl]\ncommand = claude -p\n", "t:2: the value is no TOML: a text stands in quotes.")]
    [InlineData("[agent.cl]\ncommand\n", "t:2: a key needs a value: write KEY = VALUE.")]
    public void Parse_WrongSyntax_IsToldOnceInPlainWords(string text, string expected)
    {
        var message = Should.Throw<TroupeException>(() => Settings.Parse(text, "t")).Message;

        message.ShouldStartWith(expected);
        message.ShouldNotContain("\n");
    }

    [Fact]
    public void Parse_SeveralMistakes_AreAllToldInOrder() =>
        Should.Throw<TroupeException>(() => Settings.Parse("[weaver]\npolcy = true\n[sprint]\nmax_runs = true\n[x]", "t")).Message.Split('\n')
            .Select(line => line[..4]).ShouldBe(["t:2:", "t:4:", "t:5:"]);

    [Theory]
    [InlineData("x\u001b[31m = 1")]
    [InlineData("\"\\u001b[31m\" = 1")]
    [InlineData("[sprint]\nmode = \"\\u202Ex\"")]
    public void Parse_Mistake_CannotDisturbTheTerminal(string text) =>
        Should.Throw<TroupeException>(() => Settings.Parse(text, "t")).Message.ShouldSatisfyAllConditions(
            message => message.ShouldNotContain("\u001b"), message => message.ShouldNotContain("\u202E"));

    [Theory]
    [InlineData("[\"claude\", \"-p\", \"{prompt}\"]", false)]
    [InlineData("\"tool --file {prompt_file}\"", false)]
    [InlineData("[\"tool\"]", true)]
    public void Parse_AgentWithoutStdin_GetsThePromptOnce(string command, bool onStdin) =>
        Settings.Parse($"agent.a.command = {command}", "t").AgentFor("a").PromptOnStdin.ShouldBe(onStdin);

    [Fact]
    public void AgentFor_Unclear_SaysWhatToSet()
    {
        Should.Throw<TroupeException>(() => Settings.Default.AgentFor(null)).Message.ShouldContain("[agent.NAME]");
        var two = Settings.Parse("agent.claude.command = 'c'\nagent.codex.command = 'd'", "t");
        Should.Throw<TroupeException>(() => two.AgentFor(null)).Message.ShouldContain("claude, codex");
        Should.Throw<TroupeException>(() => two.AgentFor("claud")).Message.ShouldContain("did you mean 'claude'?");
        two.AgentFor("codex").Name.ShouldBe("codex");
    }

    [Fact]
    public void Load_File_IsNamedAsSeenFromTheRepository()
    {
        using var folder = new TemporaryFolder();
        var home = new TeamHome(folder[".team"]);
        Settings.Load(home).ShouldBeSameAs(Settings.Default);
        Directory.CreateDirectory(home.TeamFolder);

        File.WriteAllBytes(home.SettingsFile, [0xEF, 0xBB, 0xBF, .. "[sprint]\r\nmax_runs = 9\r\n"u8]);
        Settings.Load(home).Sprint.MaxRuns.ShouldBe(9);

        File.WriteAllBytes(home.SettingsFile, [.. "[sprint]\n# "u8, 0xFF]);
        Should.Throw<TroupeException>(() => Settings.Load(home)).Message.ShouldContain("troupe.toml:2: this is not UTF-8 text");

        File.WriteAllText(home.SettingsFile, "x = 1");
        Should.Throw<TroupeException>(() => Settings.Load(home)).Message.ShouldStartWith(".team/troupe.toml:1: unknown key 'x'");
    }
}
