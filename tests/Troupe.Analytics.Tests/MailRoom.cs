using System.Text;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;
using Troupe.Testing;

namespace Troupe.Analytics.Tests;

/// <summary>A team's mail in a folder of the test's own.</summary>
internal sealed class MailRoom : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public MailRoom()
    {
        Home = new TeamHome(_folder[".team"]);
        foreach (var persona in Personas)
        {
            Directory.CreateDirectory(Path.Combine(Home.PersonasFolder, persona.Value));
        }

        Office = PostOffice.Open(Home, Clock);
    }

    public static PersonaId Bolt { get; } = PersonaId.Parse("bolt");

    public static PersonaId Curator { get; } = PersonaId.Parse("curator");

    public static PersonaId Sentinel { get; } = PersonaId.Parse("sentinel");

    public static IReadOnlyList<PersonaId> Personas { get; } = [Bolt, Curator, Sentinel];

    public static CancellationToken Stop => TestContext.Current.CancellationToken;

    public TeamHome Home { get; }

    public FixedClock Clock { get; } = new();

    public PostOffice Office { get; }

    public string LogFile => Path.Combine(Home.MailFolder, "events.jsonl");

    public FileEventLog Log => new(Home.MailFolder, Clock);

    public static Draft Draft(string subject, string body, PersonaId? from = null, PersonaId? to = null) => new()
    {
        From = from ?? Bolt,
        To = [Address.Of(to ?? Curator)],
        Subject = subject,
        Body = body,
    };

    public async Task<RecordId> SendAsync(Draft draft) => (await Office.Postmaster.SendAsync(draft, Stop)).Id;

    public Task<RecordId> SendAsync(string subject, string body) => SendAsync(Draft(subject, body));

    public Task MarkAsync(MailMark mark, PersonaId persona, RecordId message, string? tag = null) =>
        Office.MarkAsync(persona, [new MailEvent.Marked(mark, message, persona, Tag: tag)], Stop);

    /// <summary>Appends a record as another writer might.</summary>
    public ValueTask<AppendResult> AppendAsync(string kind, string payload, string? body = null, RecordId? id = null) => Log.AppendAsync(
        [new NewRecord { Id = id, Kind = kind, Actor = "bolt", Payload = Encoding.UTF8.GetBytes(payload), Body = body }], null, Stop);

    public Task<SearchResult> SearchAsync(SearchQuery query) => MailSearch.RunAsync(Home, query, Stop);

    public async Task<IReadOnlyList<string>> SubjectsAsync(SearchQuery query) =>
        [.. (await SearchAsync(query)).Hits.Select(hit => hit.Message.Subject)];

    public Task<IReadOnlyList<string>> SubjectsAsync(params string[] terms) => SubjectsAsync(new SearchQuery { Terms = terms });

    public void Dispose() => _folder.Dispose();
}
