namespace Troupe.Cli.Tests.Mail;

public sealed class DamagedLogTests : IDisposable
{
    private readonly MailShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("garbage\n")]
    [InlineData("{\"v\":1,\"id\":\"019b\n")]
    [InlineData("\0\0\0\0")]
    public async Task Inbox_DamageAtTheEnd_IsSaidCountedAndKept(string damage)
    {
        await _shell.SendAsync("bolt", "curator", "Hello");
        File.AppendAllText(_shell.LogFile, damage);

        var run = await _shell.RunAsync("inbox", "--persona", "curator", "--json");

        run.ShouldSucceed();
        run.Error.ShouldContain("are no record");
        run.Json.GetProperty("damaged").GetInt32().ShouldBe(1);
        run.Json.GetProperty("messages").GetArrayLength().ShouldBe(1);
        File.ReadAllText(_shell.LogFile).ShouldEndWith(damage);
    }

    [Fact]
    public async Task Inbox_TornTail_IsNormal()
    {
        await _shell.SendAsync("bolt", "curator", "Hello");
        File.AppendAllText(_shell.LogFile, "{\"v\":1,\"id\":\"019b");

        var run = await _shell.RunAsync("inbox", "--persona", "curator", "--json");

        run.Error.ShouldBeEmpty();
        run.Json.TryGetProperty("damaged", out _).ShouldBeFalse();
    }
}
