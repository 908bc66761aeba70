using Troupe.Core;
using Troupe.EventLog;
using Troupe.Testing;

namespace Troupe.Mail.Tests;

/// <summary>A team's mail in a folder of the test's own, with a few personas.</summary>
internal sealed class MailRoom : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public MailRoom(params string[] personas)
    {
        Home = new TeamHome(_folder[".team"]);
        foreach (var persona in personas.Length == 0 ? ["bolt", "curator", "sentinel"] : personas)
        {
            Directory.CreateDirectory(Path.Combine(Home.PersonasFolder, persona));
        }

        Office = Open();
    }

    public static PersonaId Bolt { get; } = PersonaId.Parse("bolt");

    public static PersonaId Curator { get; } = PersonaId.Parse("curator");

    public static PersonaId Sentinel { get; } = PersonaId.Parse("sentinel");

    public static SessionId Session { get; } = SessionId.Parse("s7-bolt-1");

    public TeamHome Home { get; }

    public FixedClock Clock { get; } = new();

    public PostOffice Office { get; }

    public string LogFile => Path.Combine(Home.MailFolder, "events.jsonl");

    public FileEventLog Log => new(Home.MailFolder, Clock);

    /// <summary>The same mail as another process sees it.</summary>
    public PostOffice Open() => PostOffice.Open(Home, Clock);

    public static Draft Draft(PersonaId from, params PersonaId[] to) => new()
    {
        From = from,
        To = [.. to.Select(Address.Of)],
        Subject = "Subject",
        Body = "Body",
    };

    public async Task<Message> SendAsync(Draft draft)
    {
        var sent = await Office.Postmaster.SendAsync(draft, TestContext.Current.CancellationToken);
        return (await FoldAsync()).Find(sent.Id)!;
    }

    public Task<Mailboxes> FoldAsync() => Office.FoldAsync(TestContext.Current.CancellationToken);

    public async Task<IReadOnlyList<MailboxEntry>> EntriesOf(PersonaId persona) => (await FoldAsync()).Of(persona).Entries;

    public async Task MarkAsync(MailMark mark, PersonaId persona, RecordId message, string? tag = null) =>
        await Office.MarkAsync(persona, [new MailEvent.Marked(mark, message, persona, Tag: tag)], TestContext.Current.CancellationToken);

    public void Dispose() => _folder.Dispose();
}
