using System.Text;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Testing;

namespace Troupe.Mail.Tests;

/// <summary>A mail log in short segments with checkpoints at every few records, and ways to compare what it says with and without them.</summary>
internal sealed class CheckpointRoom : IDisposable
{
    public static readonly CheckpointSteps Steps = new(Recent: 1024, Base: 4096, Segment: 16 * 1024);

    private readonly TemporaryFolder _folder = new();
    private readonly FixedClock _clock = new();

    public CheckpointRoom() => Directory.CreateDirectory(Folder);

    public string Folder => _folder["mail"];

    public string BaseFile => Path.Combine(Folder, "mailboxes.base");

    public string RecentFile => Path.Combine(Folder, "mailboxes.recent");

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public FileEventLog Log(ISystemCalls? calls = null) => new(Folder, _clock, calls ?? LinuxCalls.Instance, Steps.Segment);

    /// <summary>As a process sees it that uses checkpoints.</summary>
    public PostOffice Office()
    {
        var log = Log();
        return new PostOffice(log, new NoBlobs(), new AddressBook(_folder["personas"]), new MailCheckpoints(Folder, log, Steps));
    }

    /// <summary>As one sees it that does not.</summary>
    public PostOffice OfficeWithout() => new(Log(), new NoBlobs(), new AddressBook(_folder["personas"]));

    public async Task AppendAsync(params IReadOnlyList<MailEvent> events) => await Log().AppendAsync([.. events.Select(Record)], Cancellation);

    public async Task AppendRawAsync(string kind, string payload) => await Log().AppendAsync(
        new NewRecord { Kind = kind, Actor = "bolt", Payload = Encoding.UTF8.GetBytes(payload) }, Cancellation);

    /// <summary>What a command does: folds, answers, and then makes the checkpoints that are due.</summary>
    public async Task<Mailboxes> FoldAndPublishAsync()
    {
        var office = Office();
        var mailboxes = await office.FoldAsync(Cancellation);
        await office.PublishCheckpointAsync(mailboxes, Cancellation);
        return mailboxes;
    }

    /// <summary>Everything that the mailboxes say, with checkpoints and without, is the same.</summary>
    public async Task ShouldAgreeAsync()
    {
        var (with, without) = (Office(), OfficeWithout());
        var (fast, slow) = (await with.FoldAsync(Cancellation), await without.FoldAsync(Cancellation));
        MailText.Of(fast).ShouldBe(MailText.Of(slow));
        with.Damage.Where(damage => damage.LostRecords).Order(ByPlace).ShouldBe(without.Damage.Where(damage => damage.LostRecords).Order(ByPlace));
    }

    public void DeleteCheckpoints()
    {
        File.Delete(BaseFile);
        File.Delete(RecentFile);
    }

    public void Dispose() => _folder.Dispose();

    private static Comparer<LogDamage> ByPlace { get; } = Comparer<LogDamage>.Create((one, other) => one.Start.CompareTo(other.Start));

    private static NewRecord Record(MailEvent happened) => happened switch
    {
        MailEvent.Sent { Message: var message } => new NewRecord
        {
            Id = message.Id,
            Kind = MailEventKinds.Sent,
            Actor = message.From.Value,
            Payload = new PayloadWriter()
                .Text("from"u8, message.From.Value)
                .Texts("to"u8, message.To.Select(address => address.ToString()))
                .Texts("recipients"u8, message.Recipients.Select(persona => persona.Value))
                .Text("subject"u8, message.Subject)
                .Text("thread"u8, message.Thread == message.Id ? null : message.Thread.ToString())
                .Flag("ack_required"u8, message.AckRequired)
                .Texts("tags"u8, message.Tags)
                .Texts("supersedes"u8, message.Supersedes.Select(id => id.ToString()))
                .Finish(),
            Body = "Body",
            DedupKey = message.DedupKey is { } key ? $"{message.Recipients[0]}:{key}" : null,
        },
        MailEvent.Marked marked => MailEventCodec.Encode(marked, marked.Persona),
        _ => throw new InvalidOperationException(),
    };
}
