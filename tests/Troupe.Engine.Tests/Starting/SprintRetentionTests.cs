using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;
using Troupe.Testing;

namespace Troupe.Engine.Tests;

public sealed class SprintRetentionTests : IAsyncLifetime
{
    private GitSandbox _sandbox = null!;
    private Workplace _workplace = null!;
    private RecordId _message;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _sandbox = await Scene.RepositoryAsync();
        _workplace = await Scene.OpenAsync(_sandbox);
        var office = PostOffice.Open(_workplace.Home, new LongAgo());
        var sent = await office.Postmaster.SendAsync(
            new Draft { From = PersonaId.Lead, To = [Address.Of(PersonaId.Weaver)], Subject = "Old", Body = "old words" }, Token);
        _message = sent.Id;
        await office.MarkAsync(PersonaId.Lead, (await office.FoldAsync(Token)).Find(_message)!.Recipients.Select(
            reader => new MailEvent.Marked(MailMark.Read, _message, reader)), Token);
    }

    public ValueTask DisposeAsync()
    {
        _sandbox.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Run_NothingSaid_KeepsEverything()
    {
        (await SprintRetention.RunAsync(_workplace, backedUp: true, Token)).ShouldBeEmpty();

        (await TextAsync()).ShouldBe("old words");
    }

    [Fact]
    public async Task Run_Set_DropsWhatIsOlder()
    {
        (await SprintRetention.RunAsync(WithRetention(), backedUp: true, Token)).ShouldBeEmpty();

        (await TextAsync()).ShouldBe(MailRedaction.Notice);
    }

    [Fact]
    public async Task Run_BackupFailed_KeepsEverythingAndSaysSo()
    {
        (await SprintRetention.RunAsync(WithRetention(), backedUp: false, Token)).ShouldHaveSingleItem().ShouldContain("the backup before it failed");

        (await TextAsync()).ShouldBe("old words");
    }

    [Fact]
    public async Task Run_LogIsDamaged_IsAWarning()
    {
        await File.AppendAllTextAsync(Path.Combine(_workplace.Home.MailFolder, "events.jsonl"), """{"v":1,"id":"lost","crc":"00000000"}""" + "\n", Token);

        (await SprintRetention.RunAsync(WithRetention(), backedUp: true, Token)).ShouldHaveSingleItem().ShouldStartWith("old mail was not dropped: ");
    }

    private async Task<string> TextAsync()
    {
        var office = PostOffice.Open(_workplace.Home, _workplace.Time);
        return await office.ReadBodyAsync((await office.FoldAsync(Token)).Find(_message)!, Token);
    }

    private Workplace WithRetention() => _workplace with { Settings = Settings.Parse($"{Scene.Settings}\n[mail]\nretention = \"180d\"\n", "troupe.toml") };

    private sealed class LongAgo : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    }
}
