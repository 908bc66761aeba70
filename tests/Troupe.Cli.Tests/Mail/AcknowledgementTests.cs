namespace Troupe.Cli.Tests.Mail;

public sealed class AcknowledgementTests : IDisposable
{
    private readonly MailShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Inbox_MessageToAcknowledge_SaysSoUntilItIs()
    {
        var id = await _shell.SendAsync("bolt", "curator", "Freeze", "Body", "--ack");

        (await InboxAsync()).ShouldContain("to acknowledge");
        (await _shell.RunAsync("ack", id, "--persona", "curator")).ShouldSucceed();

        (await InboxAsync()).ShouldContain("  acknowledged  Freeze");
        var message = (await _shell.RunAsync("inbox", "--persona", "curator", "--json")).Json.GetProperty("messages")[0];
        (message.GetProperty("ackRequired").GetBoolean(), message.GetProperty("acked").GetBoolean()).ShouldBe((true, true));
    }

    [Fact]
    public async Task Sent_MessageToAcknowledge_IsOnlyWhenAllHave()
    {
        var id = await _shell.SendAsync("bolt", "curator,sentinel", "Freeze", "Body", "--ack");

        await _shell.RunAsync("ack", id, "--persona", "curator");
        (await SentAsync()).ShouldBe((false, "to acknowledge"));
        await _shell.RunAsync("ack", id, "--persona", "sentinel");
        (await SentAsync()).ShouldBe((true, "acknowledged"));
    }

    [Fact]
    public async Task Inbox_OrdinaryMessage_SaysNothingAboutIt()
    {
        await _shell.SendAsync("bolt", "curator", "Freeze");

        (await InboxAsync()).ShouldNotContain("acknowledge");
    }

    private async Task<string> InboxAsync() => (await _shell.RunAsync("inbox", "--persona", "curator")).Output;

    private async Task<(bool Acked, string Words)> SentAsync()
    {
        var acked = (await _shell.RunAsync("sent", "--persona", "bolt", "--json")).Json.GetProperty("messages")[0].GetProperty("acked").GetBoolean();
        var line = (await _shell.RunAsync("sent", "--persona", "bolt")).Output;
        return (acked, line.Contains("to acknowledge", StringComparison.Ordinal) ? "to acknowledge" : line.Contains("acknowledged", StringComparison.Ordinal) ? "acknowledged" : "");
    }
}
