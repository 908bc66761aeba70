using System.Text;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

/// <summary>
/// Somebody sends what another message holds, too, while that is redacted. Whatever the order of their steps: what was sent has its
/// text and its attachment, or the sender was told that it was not sent.
/// </summary>
public sealed class SharedBlobRaceTests
{
    private static readonly string Long = new('s', 40_000);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>The sender stores at one step of the redaction and sends at the same or a later one.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Suite", "Slow")]
    public async Task Redact_SenderOfTheSameAtAnyTwoSteps_LosesNothingInSilence(bool attached)
    {
        var (last, sent, refused) = (1, 0, 0);
        for (var stores = 1; stores <= last; stores++)
        {
            for (var sends = stores; sends <= last; sends++)
            {
                using var room = await RoomAsync(attached);
                var sender = new Sender(room, LinuxCalls.Instance, attached);
                var calls = new InterleavedCalls
                {
                    At = point =>
                    {
                        _ = point == stores && Complete(sender.StoreAsync());
                        _ = point == sends && Complete(sender.SendAsync());
                    },
                };

                await RedactAsync(room, calls);
                last = calls.Points + 1;
                calls.At(last);

                await CheckAsync(room, sender, $"stored at {stores}, sent at {sends}");
                _ = sender.Id is null ? refused++ : sent++;
            }
        }

        last.ShouldBeInRange(10, 100);
        sent.ShouldBeGreaterThan(last);
        (refused > 0).ShouldBe(attached, "a text is at hand and is stored again, an attachment is not");
    }

    /// <summary>The whole redaction happens at one step of the sender's.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_RedactionOfTheSameAtAnyStep_LosesNothingInSilence(bool attached)
    {
        var last = 1;
        for (var redacts = 1; redacts <= last; redacts++)
        {
            using var room = await RoomAsync(attached);
            var calls = new InterleavedCalls { At = point => _ = point == redacts && Complete(RedactAsync(room, LinuxCalls.Instance)) };
            var sender = new Sender(room, calls, attached);

            await sender.StoreAsync();
            await sender.SendAsync();

            last = calls.Points;
            await CheckAsync(room, sender, $"redacted at {redacts}");
        }

        last.ShouldBeInRange(3, 100);
    }

    /// <summary>The redaction is killed at some step, somebody sends the same, and the redaction is repeated.</summary>
    [Fact]
    public async Task Redact_KilledAtAnyStepAndRepeatedAfterSomebodySentTheSame_LosesNothingInSilence()
    {
        var (died, step) = (true, 1);
        for (; died && step < 100; step++)
        {
            using var room = await RoomAsync(attached: true);
            var sender = new Sender(room, LinuxCalls.Instance, attached: true);
            await sender.StoreAsync();
            died = false;
            try
            {
                await RedactAsync(room, new DyingCalls(step));
            }
            catch (DyingCalls.DeadException)
            {
                died = true;
            }

            await sender.SendAsync();
            await RedactAsync(room, LinuxCalls.Instance);

            await CheckAsync(room, sender, $"killed at {step}");
        }

        step.ShouldBeInRange(8, 99);
    }

    /// <summary>The first message, which is redacted.</summary>
    private static async Task<MailRoom> RoomAsync(bool attached)
    {
        var room = new MailRoom();
        var first = new Sender(room, LinuxCalls.Instance, attached);
        await first.StoreAsync();
        await first.SendAsync();
        return room;
    }

    private static async Task RedactAsync(MailRoom room, ISystemCalls calls)
    {
        var log = new FileEventLog(room.Home.MailFolder, room.Clock, calls);
        var redaction = new MailRedaction(log, new FileBlobStore(MailRedaction.BlobFolder(room.Home), calls), new Redaction(room.Home.MailFolder, calls));
        var messages = (await new PostOffice(log, new NoBlobs(), new AddressBook(room.Home.PersonasFolder)).FoldAsync(Cancellation)).Messages;
        var plan = RedactionPlanning.Of(messages[0], messages, await redaction.RedactedAsync(Cancellation));
        await redaction.ApplyAsync(plan, PersonaId.Lead, "secret", Cancellation);
    }

    private static async Task CheckAsync(MailRoom room, Sender sender, string when)
    {
        var messages = (await room.FoldAsync()).Messages;
        messages.Count.ShouldBe(sender.Id is null ? 1 : 2, when);
        if (sender.Id is { } id)
        {
            var message = messages.Single(message => message.Id == id);
            (await room.Open().ReadBodyAsync(message, Cancellation)).ShouldBe(sender.Body, when);
            foreach (var blob in RedactionPlanning.BlobsOf(message))
            {
                (await new FileBlobStore(MailRedaction.BlobFolder(room.Home)).IsIntactAsync(blob, Cancellation)).ShouldBeTrue(when);
            }
        }

        (await new MailBlobCheck(room.Home, room.Clock).RunAsync(Cancellation)).ShouldAllBe(finding => finding.Kind == LogFindingKind.OrphanBlob, when);
    }

    private static bool Complete(Task work)
    {
        work.GetAwaiter().GetResult();
        return true;
    }

    /// <summary>Sends <see cref="Long"/>, as an attachment or as the text.</summary>
    private sealed class Sender(MailRoom room, ISystemCalls calls, bool attached)
    {
        private readonly FileBlobStore _blobs = new(MailRedaction.BlobFolder(room.Home), calls);
        private Attachment? _attachment;

        public string Body { get; } = attached ? "Body" : Long;

        /// <summary>Null: it was told that nothing was sent.</summary>
        public RecordId? Id { get; private set; }

        public async Task StoreAsync()
        {
            if (attached)
            {
                using var content = new MemoryStream(Encoding.UTF8.GetBytes(Long));
                _attachment = await new AttachmentStore(_blobs).StoreAsync("file.txt", content, SecretHandling.Refuse, Cancellation);
            }
        }

        public async Task SendAsync()
        {
            var postmaster = new Postmaster(new FileEventLog(room.Home.MailFolder, room.Clock, calls), _blobs, new AddressBook(room.Home.PersonasFolder));
            try
            {
                var draft = MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Body = Body, Attachments = _attachment is null ? [] : [_attachment] };
                Id = (await postmaster.SendAsync(draft, Cancellation)).Id;
            }
            catch (TroupeException refused) when (refused.Code is ErrorCode.NotFound && refused.Message.Contains("Attach it again", StringComparison.Ordinal))
            {
                Id = null;
            }
        }
    }
}
