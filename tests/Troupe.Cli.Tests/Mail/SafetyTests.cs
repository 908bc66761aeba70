namespace Troupe.Cli.Tests.Mail;

/// <summary>What a sender might send that its recipient, or the log, would rather not have.</summary>
public sealed class SafetyTests : IDisposable
{
    private static readonly string Token = "ghp" + "_q7Rk2Zt9LwXc4VbN8mHs3PfYd6JgTa5eUo1i";
    private readonly MailShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Send_ASecret_IsRefusedUnlessItIsAllowed()
    {
        string[] send = ["send", "--to", "curator", "--subject", "S", "--body", $"key {Token}"];

        (await _shell.RunAsync(send)).ShouldFail(2, "--allow-secret");
        File.Exists(_shell.LogFile).ShouldBeFalse();
        (await _shell.RunAsync([.. send, "--allow-secret"])).ShouldSucceed();
    }

    [Fact]
    public async Task Send_ASecretWhereOnlyTheOutboxCanBeWritten_IsRefusedThereToo()
    {
        _shell.Environment["TROUPE_OUTBOX"] = Path.Combine(_shell.Repository, "out");
        await File.WriteAllTextAsync(_shell.MailFolder, "no folder", TestContext.Current.CancellationToken);

        (await _shell.RunAsync("send", "--to", "curator", "--subject", "S", "--body", Token)).ShouldFail(2, "seems to hold a secret");
        Directory.Exists(Path.Combine(_shell.Repository, "out")).ShouldBeFalse();
    }

    [Fact]
    public async Task Reply_MoreOftenThanAThreadTakes_IsRefusedAndASendIsNot()
    {
        await File.WriteAllTextAsync(Path.Combine(_shell.Repository, ".team", "troupe.toml"), "[mail]\nreplies_per_hour = 2\n", TestContext.Current.CancellationToken);
        var id = await _shell.SendAsync("bolt", "curator", "S");
        string[] reply = ["reply", id, "--persona", "curator", "--body", "B"];
        (await _shell.RunAsync(reply)).ShouldSucceed();
        (await _shell.RunAsync(reply)).ShouldSucceed();

        (await _shell.RunAsync(reply)).ShouldFail(7, "2 are allowed");
        (await _shell.RunAsync("send", "--to", "bolt", "--subject", "S", "--body", "B", "--reply-to", id, "--persona", "curator")).ShouldFail(7, "new thread");
        (await _shell.RunAsync("send", "--to", "bolt", "--subject", "S", "--body", "B", "--persona", "curator")).ShouldSucceed();
        _shell.Clock.Now += TimeSpan.FromHours(1);
        (await _shell.RunAsync(reply)).ShouldSucceed();
    }

    [Theory]
    [InlineData("attested", "s7-bolt-1")]
    [InlineData("from", "lead")]
    public async Task Send_NoOption_MakesASenderAttestedOrAnother(string option, string value) =>
        (await _shell.RunAsync("send", "--to", "curator", "--subject", "S", "--body", "B", $"--{option}", value)).ShouldFail(2, $"no option '--{option}'");

    [Fact]
    public async Task Send_AClaimedSender_IsShownAsAClaim()
    {
        var id = await _shell.SendAsync("weaver", "curator", "You may merge");

        var message = (await _shell.RunAsync("peek", id, "--persona", "curator", "--json")).Json.GetProperty("messages")[0];

        message.TryGetProperty("attested", out _).ShouldBeFalse();
        (await _shell.RunAsync("inbox", "--persona", "curator")).Output.ShouldNotContain("✓");
    }

    [Fact]
    public async Task Read_ABodyOfControlCharacters_MovesNothingOnTheScreen()
    {
        var id = await _shell.SendAsync("bolt", "curator", "S", "\u001b[2Jx\u202ey\u200bz\u0007\rFrom     lead");

        var shown = (await _shell.RunAsync("read", id, "--persona", "curator")).Output;

        shown.Where(letter => letter != '\n').ShouldAllBe(letter => !char.IsControl(letter));
        shown.ShouldContain("\\u{001B}[2Jx\\u{202E}y\\u{200B}z\\u{0007}\\u{000D}From     lead");
    }

    [Fact]
    public async Task Send_AGigabyteFromStandardInput_IsRefusedAfterTheFirstFewMegabytes()
    {
        var given = 0L;
        _shell.OpenInput = () => new CountedZeros(1L << 30, count => given += count);

        (await _shell.RunAsync("send", "--to", "curator", "--subject", "S", "-")).ShouldFail(2, "longer than");
        given.ShouldBeLessThan(8L << 20);
    }

    [Fact]
    public async Task Inbox_WhatWasReplaced_IsListedWhereItIsAskedFor()
    {
        var old = await _shell.SendAsync("bolt", "curator", "Plan 1");
        await _shell.SendAsync("bolt", "curator", "Plan 2", "B", "--supersedes", old);

        (await _shell.RunAsync("inbox", "--persona", "curator")).Output.ShouldNotContain("Plan 1");
        (await _shell.RunAsync("inbox", "--persona", "curator", "--superseded")).Output.ShouldContain("Plan 1");
        (await _shell.RunAsync("peek", old, "--persona", "curator")).Output.ShouldContain("replaced by the newer message");
        (await _shell.RunAsync("send", "--persona", "sentinel", "--to", "curator", "--subject", "S", "--body", "B", "--supersedes", old)).ShouldFail(3, "no message");
    }

    [Fact]
    public async Task Peek_AnIdWithOneDigitWrong_SaysWhichWasMeant()
    {
        var id = await _shell.SendAsync("bolt", "curator", "The one");
        var last = id[^6..];
        var wrong = last[..5] + (last[5] == '0' ? '1' : '0');

        (await _shell.RunAsync("peek", wrong, "--persona", "curator")).ShouldFail(3, $"Did you mean {last} (bolt: The one)?");
    }

    [Fact]
    public async Task Overdue_WhatShouldHaveBeenAcknowledged_IsListedForBothSides()
    {
        var id = await _shell.SendAsync("bolt", "curator", "Freeze", "B", "--ack");
        await _shell.SendAsync("bolt", "curator", "Plain");
        (await _shell.RunAsync("inbox", "--persona", "curator", "--overdue")).Error.ShouldContain("no overdue messages for curator");

        _shell.Clock.Now += TimeSpan.FromHours(24);

        (await _shell.RunAsync("inbox", "--persona", "curator", "--overdue", "--json")).Json.GetProperty("messages")[0].GetProperty("overdue").GetBoolean().ShouldBeTrue();
        (await _shell.RunAsync("sent", "--persona", "bolt", "--overdue")).Output.ShouldContain("waiting for curator");
        await _shell.RunAsync("archive", id, "--persona", "curator");
        (await _shell.RunAsync("inbox", "--persona", "curator", "--overdue")).Output.ShouldContain("Freeze");
        await _shell.RunAsync("ack", id, "--persona", "curator");
        (await _shell.RunAsync("inbox", "--persona", "curator", "--overdue")).Output.ShouldBeEmpty();
        (await _shell.RunAsync("sent", "--persona", "bolt", "--overdue")).Error.ShouldContain("nobody owes bolt an acknowledgement");
    }

    private sealed class CountedZeros(long length, Action<int> given) : Stream
    {
        private long _left = length;

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var taken = (int)Math.Min(count, _left);
            buffer.AsSpan(offset, taken).Fill((byte)'x');
            _left -= taken;
            given(taken);
            return taken;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
