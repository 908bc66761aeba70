using System.Text;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

/// <summary>A fold for one mailbox gives that mailbox as the fold for all of them does.</summary>
public sealed class OneMailboxTests : IDisposable
{
    private readonly MailRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Theory]
    [InlineData("bolt")]
    [InlineData("curator")]
    [InlineData("sentinel")]
    public async Task FoldAsync_OneMailbox_IsAsInTheFoldOfAll(string name)
    {
        var persona = PersonaId.Parse(name);
        await WriteHistoryAsync();

        var (all, one) = (await _room.FoldAsync(), await _room.Office.FoldAsync(persona, Cancellation));

        one.Of(persona).Entries.Select(Text).ShouldBe(all.Of(persona).Entries.Select(Text));
        one.Next.ShouldBe(all.Next);
        var (short1, short2) = (new ShortIds(one), new ShortIds(all));
        one.Of(persona).Entries.ShouldAllBe(entry => short1.Of(entry.Message) == short2.Of(entry.Message));
    }

    [Fact]
    public async Task FoldAsync_OneMailbox_DoesNotDecodeMailForOthers()
    {
        await AppendAsync("sent", """{"from":"../x","recipients":["bolt","curators"],"subject":"S"}""");
        await AppendAsync("read", """{"message":"none","persona":"bolt"}""");

        (await _room.Office.FoldAsync(MailRoom.Curator, Cancellation)).Unreadable.ShouldBeEmpty();
        (await _room.Office.FoldAsync(MailRoom.Bolt, Cancellation)).Unreadable.Count.ShouldBe(2);
    }

    [Theory]
    [InlineData("""{"from":"bolt","recipients":["c\u0075rator"],"subject":"S"}""")]
    [InlineData("""{"from":"bolt","subject":"S","recipients":["lead","curator"]}""")]
    public async Task FoldAsync_IdWrittenInAnUnusualWay_IsFound(string payload)
    {
        await AppendAsync("sent", payload);

        (await _room.Office.FoldAsync(MailRoom.Curator, Cancellation)).Of(MailRoom.Curator).Entries.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task FoldAsync_MailWithoutRecipients_IsNamedAsUnreadableInNobodysBox()
    {
        await AppendAsync("sent", """{"subject":"S"}""");

        (await _room.Office.FoldAsync(MailRoom.Curator, Cancellation)).Unreadable.ShouldHaveSingleItem();
    }

    private async Task WriteHistoryAsync()
    {
        var personas = new[] { MailRoom.Bolt, MailRoom.Curator, MailRoom.Sentinel };
        var sent = new List<RecordId>();
        for (var i = 0; i < 12; i++)
        {
            var draft = MailRoom.Draft(personas[i % 3], personas[(i + 1 + (i % 2)) % 3]) with
            {
                Subject = $"About \"bolt\", \"curator\" and \"sentinel\" {i}",
                Tags = i % 4 == 0 ? ["curator"] : [],
                Supersedes = i > 6 ? [sent[i - 6]] : [],
            };
            sent.Add((await _room.Office.Postmaster.SendAsync(draft, Cancellation)).Id);
        }

        for (var i = 0; i < 30; i++)
        {
            await _room.MarkAsync((MailMark)(i % 11), personas[i % 3], sent[(i * 7) % 12], tag: i % 11 is 5 or 6 ? "bolt" : null);
        }
    }

    private async Task AppendAsync(string kind, string payload) => await _room.Log.AppendAsync(
        new NewRecord { Kind = kind, Actor = "bolt", Payload = Encoding.UTF8.GetBytes(payload) }, Cancellation);

    private static string Text(MailboxEntry entry) =>
        $"{entry.Message.Id} {entry.Message.Subject} {entry.IsRead} {entry.IsAcked} {entry.IsArchived} {entry.IsTrashed} {string.Join(',', entry.Tags)} {entry.SupersededBy}";
}
