using System.Text;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests.Safety;

public sealed class SecretRuleTests : IDisposable
{
    private static readonly string Token = "ghp" + "_q7Rk2Zt9LwXc4VbN8mHs3PfYd6JgTa5eUo1i";
    private readonly MailRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Send_ASecretInTheBody_IsRefusedWithItsLineAndNeverQuoted()
    {
        var draft = MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Body = $"Hello,\n\nuse {Token}" };

        var refused = await Should.ThrowAsync<TroupeException>(() => _room.SendAsync(draft));

        refused.Code.ShouldBe(ErrorCode.InvalidArgument);
        refused.Message.ShouldContain("line 3: GitHub token");
        refused.Message.ShouldContain("--allow-secret");
        refused.Message.ShouldNotContain(Token[4..]);
        File.Exists(_room.LogFile).ShouldBeFalse();
    }

    [Fact]
    public async Task Send_ASecretInTheSubject_IsRefused() =>
        (await Should.ThrowAsync<TroupeException>(() => _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Subject = Token })))
            .Message.ShouldContain("The subject seems to hold a secret");

    [Fact]
    public async Task Send_ASecretInATag_IsRefused()
    {
        var draft = MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Tags = ["perf", Token] };

        (await Should.ThrowAsync<TroupeException>(() => _room.SendAsync(draft))).Message.ShouldContain("The tag seems to hold a secret");
        (await _room.SendAsync(draft with { Secrets = SecretHandling.Allow })).Tags.ShouldBe(["perf", Token]);
    }

    [Fact]
    public async Task Send_ASecretInTheDedupKey_IsRefused() =>
        (await Should.ThrowAsync<TroupeException>(() => _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { DedupKey = $"deploy/{Token}" })))
            .Message.ShouldContain("The dedup key seems to hold a secret");

    [Fact]
    public async Task Send_WhereSecretsAreAllowed_ArrivesAsItIs()
    {
        var message = await _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Body = Token, Secrets = SecretHandling.Allow });

        (await _room.Office.ReadBodyAsync(message, TestContext.Current.CancellationToken)).ShouldBe(Token);
    }

    [Fact]
    public async Task PostAsWeaver_AReportThatQuotesASecret_ArrivesWithoutIt()
    {
        var key = new ReportKey(MailRoom.Bolt, PatchId.Parse(new string('a', 64)), TreeId.Parse(new string('b', 40)), "digest");
        var draft = MailRoom.Draft(PersonaId.Weaver, MailRoom.Bolt) with { Body = $"+key = {Token}" };

        var sent = await _room.Office.Postmaster.PostAsWeaverAsync(draft, key, await _room.FoldAsync(), TestContext.Current.CancellationToken);

        sent.Duplicate.ShouldBeFalse();
        (await File.ReadAllTextAsync(_room.LogFile, TestContext.Current.CancellationToken)).ShouldNotContain(Token[4..]);
    }

    [Fact]
    public async Task PostOutbox_ALetterWithASecret_GoesBackToItsAuthorWithoutIt()
    {
        var letter = Encoding.UTF8.GetBytes($"---\nto: lead\nsubject: Key\n---\n\n{Token}\n");

        var outcome = await new OutboxPosting(_room.Office).PostAsync(MailRoom.Session, "a.md", letter, TestContext.Current.CancellationToken);

        outcome.ShouldBeOfType<OutboxOutcome.Returned>().Reason.ShouldContain("GitHub token");
        (await _room.EntriesOf(PersonaId.Lead)).ShouldBeEmpty();
        (await _room.EntriesOf(MailRoom.Bolt)).ShouldHaveSingleItem().Message.Subject.ShouldBe("Not posted: a.md");
        (await File.ReadAllTextAsync(_room.LogFile, TestContext.Current.CancellationToken)).ShouldNotContain(Token[4..]);
    }

    [Fact]
    public async Task StoreAttachment_ATextFileWithASecret_IsRefused()
    {
        var store = new AttachmentStore(new FileBlobStore(Path.Combine(_room.Home.MailFolder, "blobs")));
        using var content = new MemoryStream(Encoding.UTF8.GetBytes($"A=1\nTOKEN={Token}\n"));

        (await Should.ThrowAsync<TroupeException>(() => store.StoreAsync(".env", content, SecretHandling.Refuse, TestContext.Current.CancellationToken)))
            .Message.ShouldContain("attachment '.env' seems to hold a secret (line 2");
    }
}
