using Troupe.Cli.Mail;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.MailCli;

namespace Troupe.Cli.Tests.Mail;

[Collection(LeaseTests.Name)]
public sealed class DeliverTests : IDisposable
{
    private readonly MailShell _shell = new();

    public DeliverTests()
    {
        _shell.Environment["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "";
        _shell.Environment["XDG_STATE_HOME"] = Path.Combine(_shell.Repository, "state");
    }

    private string Woken => Path.Combine(_shell.Repository, "woken");

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Deliver_NewMail_RunsTheCommandWithNothingOfTheMessage()
    {
        await SettingsAsync("""on_delivery = ["sh", "-c", "echo $TROUPE_PERSONA $JULES_PERSONA $TROUPE_MESSAGE_ID $# >> woken"]""");
        await AllowAsync();
        var id = await SendQuietlyAsync("$(touch harm)");

        var run = await _shell.RunAsync("deliver");

        run.ShouldSucceed();
        run.Error.ShouldContain($"woke curator for {id}: exit code 0");
        (await File.ReadAllTextAsync(Woken, TestContext.Current.CancellationToken)).ShouldBe($"curator curator {id} 0\n");
        (await File.ReadAllTextAsync(Path.Combine(_shell.MailFolder, "delivery.log"), TestContext.Current.CancellationToken)).ShouldContain("exit code 0");
        (await _shell.RunAsync("deliver")).Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Deliver_WhileAnotherDelivers_LeavesItToThat()
    {
        await SettingsAsync("""on_delivery = "echo >> woken" """);
        await AllowAsync();
        await SendQuietlyAsync("S");
        await using var hold = await new FileLease(_shell.MailFolder).TryAcquireAsync("delivery", "test", TestContext.Current.CancellationToken);

        (await _shell.RunAsync("deliver")).ShouldSucceed();
        File.Exists(Woken).ShouldBeFalse();
    }

    [Fact]
    public async Task Deliver_WhileASprintRuns_LeavesItToThat()
    {
        await SettingsAsync("""on_delivery = "echo >> woken" """);
        await AllowAsync();
        await SendQuietlyAsync("S");
        var state = StateHome.For(Path.Combine(_shell.Repository, ".git"), _shell.Environment);
        await using var hold = await new FileLease(state.Folder).TryAcquireAsync("orchestrator", "test", TestContext.Current.CancellationToken);

        (await _shell.RunAsync("deliver")).Error.ShouldContain("curator is at work");
        File.Exists(Woken).ShouldBeFalse();
    }

    [Fact]
    public async Task Deliver_ForTheFirstTime_AllowsTheCommandAndWakesNobodyForOldMail()
    {
        await SettingsAsync("""on_delivery = "echo >> woken" """);
        await SendQuietlyAsync("old");

        var run = await _shell.RunAsync("deliver");

        run.ShouldSucceed();
        run.Error.ShouldContain("allowed on this machine now");
        (await _shell.RunAsync("deliver")).Error.ShouldBeEmpty();
        File.Exists(Woken).ShouldBeFalse();
        await SendQuietlyAsync("new");
        (await _shell.RunAsync("deliver")).Error.ShouldContain("woke curator");
    }

    [Fact]
    public async Task Deliver_ForAPersonaWhoseSessionRuns_WakesItWhenThatIsOver()
    {
        await SettingsAsync("""on_delivery = "echo >> woken" """);
        await AllowAsync();
        await SendQuietlyAsync("S");
        using (FileLock.TryAcquire(SessionLock("s1-curator-1")).ShouldNotBeNull())
        {
            (await _shell.RunAsync("deliver")).Error.ShouldContain("curator is at work");
            File.Exists(Woken).ShouldBeFalse();
        }

        (await _shell.RunAsync("deliver")).Error.ShouldContain("woke curator");
    }

    [Fact]
    public async Task Deliver_ASessionThatCannotBeLookedAt_CountsAsRunning()
    {
        await SettingsAsync("""on_delivery = "echo >> woken" """);
        await AllowAsync();
        await SendQuietlyAsync("S");
        File.CreateSymbolicLink(SessionLock("s1-curator-1"), "lock");

        var run = await _shell.RunAsync("deliver");

        run.Error.ShouldContain("cannot be told, so that it counts as running");
        run.Error.ShouldContain("curator is at work");
    }

    [Fact]
    public async Task Deliver_APersonaThatWasWokenTooOften_IsWokenWhenItsTurnComes()
    {
        await SettingsAsync("wakes_per_hour = 1\non_delivery = \"echo >> woken\"");
        await AllowAsync();
        await SendQuietlyAsync("one");
        await _shell.RunAsync("deliver");
        await SendQuietlyAsync("two");

        (await _shell.RunAsync("deliver")).Error.ShouldContain("its turn comes after 10:06 UTC");
        _shell.Clock.Now += TimeSpan.FromHours(1);

        (await _shell.RunAsync("deliver")).Error.ShouldContain("woke curator");
    }

    [Fact]
    public async Task Deliver_ACommandThatFails_IsRecorded()
    {
        await SettingsAsync("""on_delivery = ["no-such-program"]""");
        await AllowAsync();
        await SendQuietlyAsync("S");

        (await _shell.RunAsync("deliver")).ShouldSucceed();
        (await File.ReadAllTextAsync(Path.Combine(_shell.MailFolder, "delivery.log"), TestContext.Current.CancellationToken)).ShouldContain("no-such-program");
    }

    [Fact]
    public async Task Send_CommandThatNobodyHereHasRun_RunsNothingAndSaysHowToAllowIt()
    {
        await SettingsAsync("""on_delivery = "echo >> woken" """);

        var run = await _shell.RunAsync("send", "--to", "curator", "--subject", "S", "--body", "B");

        run.ShouldSucceed();
        run.Error.ShouldContain("allow it with 'jules-mail deliver'");
        (await _shell.RunAsync("deliver", "--unasked")).ShouldSucceed();
        File.Exists(Woken).ShouldBeFalse();
    }

    [Fact]
    public async Task Deliver_Unasked_RunsOnlyTheCommandThatWasRunByHand()
    {
        await SettingsAsync("""on_delivery = "echo allowed >> woken" """);
        (await _shell.RunAsync("deliver")).ShouldSucceed();
        await SendQuietlyAsync("S");
        (await _shell.RunAsync("deliver", "--unasked")).ShouldSucceed();
        await SettingsAsync("""on_delivery = "echo changed >> woken" """);
        await SendQuietlyAsync("T");
        (await _shell.RunAsync("deliver", "--unasked")).ShouldSucceed();

        (await File.ReadAllTextAsync(Woken, TestContext.Current.CancellationToken)).ShouldBe("allowed\n");
    }

    [Fact]
    public async Task Deliver_NothingToRun_SaysWhere() => (await _shell.RunAsync("deliver")).ShouldFail(3, "set on_delivery in [mail]");

    [Theory]
    [InlineData("[mail]\non_delivery = \"x\"", true)]
    [InlineData("mail.on_delivery = [\"x\"]", true)]
    [InlineData("  on_delivery=\"x\" # why", true)]
    [InlineData("[mail]\n# on_delivery = \"x\"\n", false)]
    [InlineData("[mail]\nack_due = \"1h\" # see on_delivery", false)]
    [InlineData("", false)]
    public void Mentions_TheKeyOutsideOfAComment_CostsAProcess(string settings, bool expected) =>
        DeliveryStart.Mentions(System.Text.Encoding.UTF8.GetBytes(settings)).ShouldBe(expected);

    private async Task AllowAsync() => (await _shell.RunAsync("deliver")).Error.ShouldContain("allowed");

    private string SessionLock(string session)
    {
        var state = StateHome.For(Path.Combine(_shell.Repository, ".git"), _shell.Environment);
        return Path.Combine(Directory.CreateDirectory(Path.Combine(state.SessionsFolder, session)).FullName, "lock");
    }

    private Task SettingsAsync(string line) =>
        File.WriteAllTextAsync(Path.Combine(_shell.Repository, ".team", "troupe.toml"), $"[mail]\n{line}\n", TestContext.Current.CancellationToken);

    /// <summary>As from a session, so that nothing is started.</summary>
    private async Task<string> SendQuietlyAsync(string subject)
    {
        _shell.Environment["TROUPE_OUTBOX"] = "out";
        var id = await _shell.SendAsync("bolt", "curator", subject);
        _shell.Environment.Remove("TROUPE_OUTBOX");
        return id;
    }
}
