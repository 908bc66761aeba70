using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Agents.Tests;

/// <summary>The session folder's files as other versions of the program will find them.</summary>
public sealed class SessionFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public void Request_Written_IsTheGoldenFile()
    {
        SessionFiles.Write(_folder["request.json"], Order(), SessionJson.Default.SessionOrder);

        File.ReadAllText(_folder["request.json"]).ShouldBe(Golden("request.v1.json"));
    }

    [Fact]
    public void Request_GoldenFile_IsRead()
    {
        File.WriteAllText(_folder["request.json"], Golden("request.v1.json"));

        var order = SessionFiles.Read(_folder["request.json"], SessionJson.Default.SessionOrder).ShouldNotBeNull();

        order.Id.ShouldBe(SessionId.Parse("s7-curator-2"));
        order.Files.Single().Content.ShouldBe("base\n"u8.ToArray());
        order.Agent.Command.ShouldBe(["claude", "-p", "{prompt}"]);
    }

    [Fact]
    public void Exit_Written_IsTheGoldenFile()
    {
        SessionFiles.Write(_folder["exit.json"], Exit, SessionJson.Default.SessionExit);

        File.ReadAllText(_folder["exit.json"]).ShouldBe(Golden("exit.v1.json"));
    }

    [Fact]
    public void Exit_GoldenFile_IsRead()
    {
        File.WriteAllText(_folder["exit.json"], Golden("exit.v1.json"));

        var exit = SessionFiles.Read(_folder["exit.json"], SessionJson.Default.SessionExit).ShouldNotBeNull();

        (exit with { Notes = [] }).ShouldBe(Exit with { Notes = [] }, "notes are compared one by one");
        exit.Notes.ShouldBe(Exit.Notes);
    }

    [Fact]
    public void Exit_Unrecorded_IsTheGoldenFileAndIsRead()
    {
        SessionFiles.Write(_folder["exit.json"], Unrecorded, SessionJson.Default.SessionExit);

        File.ReadAllText(_folder["exit.json"]).ShouldBe(Golden("exit.unrecorded.v1.json"));
        SessionFiles.Read(_folder["exit.json"], SessionJson.Default.SessionExit).ShouldNotBeNull().Unrecorded.ShouldBeTrue();
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("""{"schemaVersion":1,"session":"s1-a-1","state":7,"endedAt":"2026-05-01T12:00:00+00:00"}""")]
    public void Read_Damaged_SaysWhichFile(string content)
    {
        File.WriteAllText(_folder["exit.json"], content);

        Should.Throw<TroupeException>(() => SessionFiles.Read(_folder["exit.json"], SessionJson.Default.SessionExit))
            .Message.ShouldContain(_folder["exit.json"]);
    }

    [Theory]
    [InlineData("../a")]
    [InlineData("/etc/a")]
    [InlineData(".git/config")]
    [InlineData("a//b")]
    public async Task Prepare_FileThatLeadsOut_IsRefused(string path)
    {
        using var world = await SessionWorld.CreateAsync();
        var request = world.Request("") with { Files = [new CheckoutFile(path, default)] };

        var seen = await world.RunAsync(request);

        (seen.State, seen.StartedAt).ShouldBe((SessionState.Failed, null));
        seen.Detail.ShouldNotBeNull().ShouldContain("cannot be laid into a checkout");
    }

    public void Dispose() => _folder.Dispose();

    private static SessionExit Exit => new()
    {
        Session = "s7-curator-2",
        State = SessionState.TimedOut,
        ExitCode = null,
        StartedAt = DateTimeOffset.Parse("2026-05-01T12:00:00Z"),
        EndedAt = DateTimeOffset.Parse("2026-05-01T12:30:00.5Z"),
        Commit = new string('b', 40),
        Detail = "the agent was ended after 30 min and printed nothing",
        OutputCut = true,
        Notes = ["a note"],
    };

    private static SessionExit Unrecorded => new()
    {
        Session = "s7-curator-2",
        State = SessionState.Completed,
        ExitCode = 0,
        StartedAt = DateTimeOffset.Parse("2026-05-01T12:00:00Z"),
        EndedAt = DateTimeOffset.Parse("2026-05-01T12:30:00Z"),
        Unrecorded = true,
        Notes = ["what the checkout holds could not be recorded"],
    };

    private static SessionOrder Order() => SessionOrder.For(
        new SessionRequest
        {
            Id = SessionId.Parse("s7-curator-2"),
            Base = CommitId.Parse(new string('a', 40)),
            Prompt = "not in the file",
            Title = "Curate",
            RepositoryCommonDirectory = "/repo/.git",
            TeamFolder = "/repo/.team",
            Timeout = TimeSpan.FromMinutes(30),
            Files = [new CheckoutFile(".troupe/conflict/a.txt.base", "base\n"u8.ToArray())],
            Agent = new AgentSettings
            {
                Name = "claude",
                Command = ["claude", "-p", "{prompt}"],
                PromptOnStdin = false,
                EnvAllow = ["ANTHROPIC_API_KEY"],
                Env = new Dictionary<string, string>(StringComparer.Ordinal) { ["CI"] = "1" },
                Setup = ["npm", "ci"],
                Timeout = null,
                MaxOutput = 67108864,
            },
        },
        "/opt/troupe/bin");

    private static string Golden(string name) => File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", name)).TrimEnd('\n');
}
