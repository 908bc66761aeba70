using System.Text;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Testing;

namespace Troupe.Mail.Tests;

/// <summary>Records and members that version 1 got after its first golden file: attachments and reservations, byte for byte.</summary>
public sealed class LaterGoldenRecordsTests : IDisposable
{
    private const string File = "mail-additions.v1.jsonl";
    private static readonly PathPattern[] Paths = [PathPattern.Parse("src/**/*.cs"), PathPattern.Parse("docs")];
    private readonly MailRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task EveryAddition_IsWrittenAsTheGoldenFileHasIt()
    {
        var draft = MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with
        {
            Attachments = [new Attachment("olá \"1\".txt", new string('a', 64), 5, "text/plain"), Links.Attach("https://example.org/design.md")],
        };
        var blob = Directory.CreateDirectory(Path.Combine(MailRedaction.BlobFolder(_room.Home), "aa")).FullName;
        await System.IO.File.WriteAllTextAsync(Path.Combine(blob, new string('a', 64)), "hello", TestContext.Current.CancellationToken);
        await _room.Office.Postmaster.SendAsync(draft, Id(1), TestContext.Current.CancellationToken);
        var now = _room.Clock.Now;
        ReservationEvent[] events =
        [
            new ReservationEvent.Reserved(MailRoom.Bolt, Paths, now, now.AddMinutes(30), "new lexer"),
            new ReservationEvent.Reserved(MailRoom.Curator, [Paths[1]], now, now.AddMinutes(30), Reason: null),
            new ReservationEvent.Released(MailRoom.Bolt, [Paths[1]]),
            new ReservationEvent.Released(MailRoom.Curator, []),
        ];
        await _room.Log.AppendAsync(
            [.. events.Select((happened, index) => ReservationCodec.Encode(happened) with { Id = Id(index + 2) })], TestContext.Current.CancellationToken);

        Golden.Check(File, System.IO.File.ReadAllText(_room.LogFile, Encoding.UTF8));
    }

    [Fact]
    public async Task GoldenFile_IsReadBack()
    {
        Directory.CreateDirectory(_room.Home.MailFolder);
        System.IO.File.Copy(Golden.PathOf(File), _room.LogFile);

        var mailboxes = await _room.FoldAsync();

        mailboxes.Unreadable.ShouldBeEmpty();
        mailboxes.Messages.ShouldHaveSingleItem().Attachments.ShouldBe(
        [
            new Attachment("olá \"1\".txt", new string('a', 64), 5, "text/plain"),
            new Attachment("design.md", "", 0, "", "https://example.org/design.md"),
        ]);
        var held = (await _room.Office.Reservations.HeldAsync(TestContext.Current.CancellationToken)).ShouldHaveSingleItem();
        (held.Persona, held.Pattern, held.Reason).ShouldBe((MailRoom.Bolt, Paths[0], "new lexer"));
        held.Until.ShouldBe(_room.Clock.Now.AddMinutes(30));
    }

    private static RecordId Id(int number) => RecordId.Parse($"019bac3e-6d40-7cc1-b1d5-00000000000{number}");
}
