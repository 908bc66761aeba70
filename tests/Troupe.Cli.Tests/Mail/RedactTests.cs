namespace Troupe.Cli.Tests.Mail;

public sealed class RedactTests : IDisposable
{
    private readonly MailShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Redact_TextInTheLog_IsGoneFromEveryFileAndTheLogIsSound()
    {
        var id = await _shell.SendAsync("bolt", "curator", "Key", "hunter2-secret");

        var run = await _shell.RunAsync("redact", id, "--reason", "held a password");

        run.ShouldSucceed();
        Everything().ShouldNotContain("hunter2-secret");
        (await _shell.RunAsync("peek", id, "--persona", "curator")).Output.ShouldContain("[redacted]");
        (await _shell.RunAsync("fsck")).ShouldSucceed();
        Everything().ShouldContain("\"reason\":\"held a password\"");
    }

    [Fact]
    public async Task Redact_TextInABlob_DeletesTheBlob()
    {
        var id = await _shell.SendAsync("bolt", "curator", "Long", new string('s', 50_000));

        (await _shell.RunAsync("redact", id, "--reason", "too much")).Output.ShouldContain("deleted blob");

        Blobs().ShouldBeEmpty();
        (await _shell.RunAsync("peek", id, "--persona", "curator")).Output.ShouldContain("[redacted]");
        (await _shell.RunAsync("fsck")).ShouldSucceed();
    }

    [Fact]
    public async Task Redact_MessageWithALink_IsLikeAnyOther()
    {
        var run = await _shell.RunAsync(
            "send", "--to", "curator", "--subject", "See", "--body", "hunter2-secret", "--attach", "https://example.org/page", "--persona", "bolt");
        run.ShouldSucceed();

        (await _shell.RunAsync("fsck")).ShouldSucceed();
        (await _shell.RunAsync("redact", run.Output.Trim(), "--reason", "held a password")).ShouldSucceed();

        Everything().ShouldNotContain("hunter2-secret");
        (await _shell.RunAsync("fsck")).ShouldSucceed();
    }

    [Fact]
    public async Task Redact_BlobOfAnotherMessageToo_StaysUntilThatIsRedacted()
    {
        var first = await _shell.SendAsync("bolt", "curator", "Long", new string('s', 50_000));
        var second = await _shell.SendAsync("bolt", "sentinel", "Long too", new string('s', 50_000));

        (await _shell.RunAsync("redact", first, "--reason", "secret")).Output.ShouldContain($"kept blob {Blobs().Single()}");
        (await _shell.RunAsync("peek", second, "--persona", "sentinel")).Output.ShouldContain("sssss");
        (await _shell.RunAsync("redact", second, "--reason", "secret")).Output.ShouldContain("deleted blob");

        Blobs().ShouldBeEmpty();
    }

    [Fact]
    public async Task Redact_DryRun_ChangesNothing()
    {
        var id = await _shell.SendAsync("bolt", "curator", "Key", "hunter2-secret");
        var before = Everything();

        var run = await _shell.RunAsync("redact", id, "--reason", "secret", "--dry-run", "--json");

        run.Json.GetProperty("applied").GetBoolean().ShouldBeFalse();
        run.Json.EnumerateObject().First().Name.ShouldBe("schemaVersion");
        Everything().ShouldBe(before);
    }

    [Fact]
    public async Task Redact_Again_IsHarmless()
    {
        var id = await _shell.SendAsync("bolt", "curator", "Key", "hunter2-secret");
        await _shell.RunAsync("redact", id, "--reason", "secret");
        var once = await File.ReadAllBytesAsync(_shell.LogFile, TestContext.Current.CancellationToken);

        (await _shell.RunAsync("redact", id, "--reason", "again")).ShouldSucceed();

        (await File.ReadAllBytesAsync(_shell.LogFile, TestContext.Current.CancellationToken)).ShouldBe(once);
    }

    [Theory]
    [InlineData]
    [InlineData("--dry-run")]
    public async Task Redact_AReasonThatRepeatsTheSecret_IsRefusedAndNotRecorded(params string[] more)
    {
        var token = "ghp" + "_q7Rk2Zt9LwXc4VbN8mHs3PfYd6JgTa5eUo1i";
        var id = await _shell.SendAsync("bolt", "curator", "Key", "hunter2-secret");
        var before = Everything();

        (await _shell.RunAsync(["redact", id, "--reason", $"held {token}", .. more])).ShouldFail(2, "reason seems to hold a secret (line 1: GitHub token)");

        Everything().ShouldBe(before);
    }

    [Fact]
    public async Task Redact_UnknownMessageOrNoReason_IsSaid()
    {
        var id = await _shell.SendAsync("bolt", "curator", "Key");

        (await _shell.RunAsync("redact", "123456", "--reason", "secret")).ShouldFail(3, "There is no message '123456'");
        (await _shell.RunAsync("redact", id, "--reason", " ")).ShouldFail(2, "--reason");
    }

    [Fact]
    public async Task Fsck_BlobsThatNobodyNamesOrThatAreGone_AreFound()
    {
        await _shell.SendAsync("bolt", "curator", "Long", new string('s', 50_000));
        var blob = Directory.GetFiles(Path.Combine(_shell.MailFolder, "blobs"), "*", SearchOption.AllDirectories).Single();
        var orphan = new string('a', 64);
        Directory.CreateDirectory(Path.Combine(_shell.MailFolder, "blobs", "aa"));
        await File.WriteAllTextAsync(Path.Combine(_shell.MailFolder, "blobs", "aa", orphan), "?", TestContext.Current.CancellationToken);

        var sound = await _shell.RunAsync("fsck");
        await File.WriteAllTextAsync(blob, "changed", TestContext.Current.CancellationToken);
        var changed = await _shell.RunAsync("fsck");
        File.Delete(blob);
        var missing = await _shell.RunAsync("fsck");

        sound.ShouldSucceed();
        sound.Output.ShouldContain("orphan-blob");
        (changed.ExitCode, changed.Output.Contains("changed-blob", StringComparison.Ordinal)).ShouldBe((1, true));
        (missing.ExitCode, missing.Output.Contains("missing-blob", StringComparison.Ordinal)).ShouldBe((1, true));
    }

    [Fact]
    public async Task Stats_SomeMail_CountsIt()
    {
        await _shell.SendAsync("bolt", "curator", "One");
        await _shell.SendAsync("sentinel", "curator", "Two", new string('s', 50_000));
        await _shell.RunAsync("mark-read", (await _shell.SendAsync("bolt", "curator", "Three"))[^8..], "--persona", "curator");

        var json = (await _shell.RunAsync("stats", "--json")).Json;
        var text = await _shell.RunAsync("stats");

        json.EnumerateObject().First().Name.ShouldBe("schemaVersion");
        json.GetProperty("records").GetInt64().ShouldBe(4);
        json.GetProperty("segments").GetInt32().ShouldBe(1);
        json.GetProperty("blobs").GetInt64().ShouldBe(1);
        json.GetProperty("blobBytes").GetInt64().ShouldBe(50_000);
        json.GetProperty("bytes").GetInt64().ShouldBe(new FileInfo(_shell.LogFile).Length);
        json.GetProperty("kinds")[0].GetProperty("name").GetString().ShouldBe("sent");
        json.GetProperty("kinds")[0].GetProperty("records").GetInt64().ShouldBe(3);
        json.GetProperty("first").GetString().ShouldBe("2026-01-11T09:06:00.000Z");
        json.GetProperty("first").GetDateTimeOffset().ShouldBeLessThanOrEqualTo(json.GetProperty("last").GetDateTimeOffset());
        text.Output.ShouldStartWith("mail log: 4 records in 1 segment, ");
        text.Output.ShouldContain("curator");
    }

    [Fact]
    public async Task Stats_NoLogYet_IsAllZeros() => (await _shell.RunAsync("stats")).Output.ShouldStartWith("mail log: 0 records in 0 segments, 0 bytes");

    private string Everything() => string.Concat(
        Directory.GetFiles(_shell.MailFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(file => File.ReadAllText(file, System.Text.Encoding.Latin1)));

    private List<string> Blobs() =>
        [.. Directory.GetFiles(Path.Combine(_shell.MailFolder, "blobs"), "*", SearchOption.AllDirectories).Select(file => Path.GetFileName(file))];
}
