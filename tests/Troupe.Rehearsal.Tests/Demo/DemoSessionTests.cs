using Troupe.Core;
using Troupe.Rehearsal.Demo;
using Troupe.Testing;

namespace Troupe.Rehearsal.Tests.Demo;

/// <summary>A scripted session with a mail program that only writes down how it was called.</summary>
public sealed class DemoSessionTests : IDisposable
{
    private const string Empty = """{"schemaVersion":1,"messages":[]}""";

    private readonly TemporaryFolder _folder = new();
    private readonly StringWriter _log = new();
    private readonly WorkingTree _tree;

    public DemoSessionTests()
    {
        _tree = new WorkingTree(Checkout);
        _tree.Write("README.md", "# Harbour\n");
        foreach (var module in HarbourLandmarks.Modules)
        {
            _tree.Write(module.Path, module.Text);
        }
    }

    private string Checkout => _folder["checkout"];

    private string Calls => File.Exists(_folder["calls"]) ? File.ReadAllText(_folder["calls"]) : "";

    [Fact]
    public async Task RunAsync_NoMail_DoesItsWork()
    {
        Mail($"echo '{Empty}'");

        await RunAsync("meta");

        _tree.Exists("docs/office/working-together.md").ShouldBeTrue();
        Calls.ShouldBe("inbox --unread --json\n");
    }

    [Fact]
    public async Task RunAsync_UnreadMail_IsReadOneByOne()
    {
        Mail(
            """
            case $1 in
            inbox) echo '{"messages":[{"id":"m1"},{"id":"m2"}]}' ;;
            read) echo "{\"messages\":[{\"from\":\"weaver\",\"subject\":\"about $2\",\"body\":\"x\"}]}" ;;
            esac
            """);
        _tree.Write(".troupe/conflict/lib/tides/forecast.sh.ours", "x");

        await RunAsync("bolt", attempt: 2);

        Calls.ShouldBe("inbox --unread --json\nread m1 --json\nread m2 --json\n");
        _log.ToString().ShouldContain("mail from weaver: about m2");
        _log.ToString().ShouldContain("to look at: .troupe/conflict/lib/tides/forecast.sh.ours");
    }

    [Fact]
    public async Task RunAsync_SomebodyWasFaster_DoesTheJobInAnotherWay()
    {
        Mail($"echo '{Empty}'");
        _tree.Replace(HarbourLandmarks.Forecast, HarbourLandmarks.ForecastCore, "    high_water=$1\n");

        await RunAsync("bolt", attempt: 2);

        _tree.Read(HarbourLandmarks.Forecast).ShouldContain("forecast_port");
    }

    [Fact]
    public async Task RunAsync_PersonaWithANote_WritesToTheLeadOncePerSprint()
    {
        Mail($"echo '{Empty}'");

        await RunAsync("scribe");

        Calls.ShouldContain("send --to lead --subject Explain the handover of a watch --body ");
        Calls.ShouldContain("--dedup-key demo-note-3-scribe --json");
    }

    [Fact]
    public async Task RunAsync_PersonaThatCommits_LeavesACommit()
    {
        Mail($"echo '{Empty}'");
        using var sandbox = await GitSandbox.CreateAsync();
        await sandbox.CommitAsync("Start", ("README.md", "# Harbour\n"));

        await new DemoSession(sandbox.WorkTree, Environment("curator", 1), _log).RunAsync(TestContext.Current.CancellationToken);

        (await sandbox.GitAsync("log", "-1", "--format=%s")).ShouldBe("Say first what the toolbox is good for");
        (await sandbox.GitAsync("status", "--porcelain")).ShouldBeEmpty();
    }

    [Fact]
    public async Task RunAsync_MailProgramFails_SaysSo()
    {
        Mail("echo 'no mailbox' >&2; exit 4");

        (await Should.ThrowAsync<TroupeException>(() => RunAsync("meta"))).Message.ShouldBe("jules-mail inbox ended with exit code 4: no mailbox");
    }

    [Fact]
    public async Task RunAsync_ListedMessageCannotBeRead_SaysSo()
    {
        Mail("""case $1 in inbox) echo '{"messages":[{"id":"m1"}]}' ;; *) echo '{"messages":[]}' ;; esac""");

        (await Should.ThrowAsync<TroupeException>(() => RunAsync("meta"))).Message.ShouldContain("m1");
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    public void Session_NoPersonaOfTheDemo_IsRefused(string persona) =>
        Should.Throw<TroupeException>(() => new DemoSession(Checkout, Environment(persona, 1), _log)).Message.ShouldContain("TROUPE_PERSONA");

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    private Task RunAsync(string persona, int attempt = 1) =>
        new DemoSession(Checkout, Environment(persona, attempt), _log).RunAsync(TestContext.Current.CancellationToken);

    private void Mail(string body) => Script.Write(_folder["bin/jules-mail"], $"echo \"$*\" >> '{_folder["calls"]}'\n{body}");

    private Dictionary<string, string> Environment(string persona, int attempt) => new(StringComparer.Ordinal)
    {
        ["PATH"] = $"{_folder["bin"]}:{System.Environment.GetEnvironmentVariable("PATH")}",
        ["HOME"] = _folder.Path,
        ["TROUPE_PERSONA"] = persona,
        ["TROUPE_SPRINT"] = "3",
        ["TROUPE_ATTEMPT"] = $"{attempt}",
    };
}
