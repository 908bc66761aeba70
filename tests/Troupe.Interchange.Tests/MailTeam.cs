using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;
using Troupe.Testing;

namespace Troupe.Interchange.Tests;

/// <summary>A team's mail in a folder of the test's own, that files are exported from and imported to.</summary>
internal sealed class MailTeam : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public MailTeam(params string[] personas)
    {
        Home = new TeamHome(_folder[".team"]);
        foreach (var persona in personas.Length == 0 ? ["bolt", "curator", "sentinel"] : personas)
        {
            Directory.CreateDirectory(Path.Combine(Home.PersonasFolder, persona));
        }

        Store = MailStore.Open(Home, Clock);
        Office = PostOffice.Open(Home, Clock);
    }

    public static PersonaId Bolt { get; } = PersonaId.Parse("bolt");

    public static PersonaId Curator { get; } = PersonaId.Parse("curator");

    public static PersonaId Sentinel { get; } = PersonaId.Parse("sentinel");

    public static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public TeamHome Home { get; }

    public FixedClock Clock { get; } = new();

    public MailStore Store { get; }

    public PostOffice Office { get; }

    public string this[string name] => _folder[name];

    public static Draft Draft(PersonaId from, params PersonaId[] to) => new() { From = from, To = [.. to.Select(Address.Of)], Subject = "Subject", Body = "Body\n" };

    public async Task<RecordId> SendAsync(Draft draft) => (await Office.Postmaster.SendAsync(draft, Cancellation)).Id;

    public Task MarkAsync(MailMark mark, PersonaId persona, RecordId message, string? tag = null) =>
        Office.MarkAsync(persona, [new MailEvent.Marked(mark, message, persona, Tag: tag)], Cancellation);

    public Task<ExportReport> ExportAsync(InterchangeFormat format, string folder, Func<ExportRequest, ExportRequest>? with = null)
    {
        var request = new ExportRequest(format, folder);
        return new MailExport(Store).RunAsync(with?.Invoke(request) ?? request, progress: null, Cancellation);
    }

    public Task<ImportOutcome> ImportAsync(InterchangeFormat format, string path, Func<ImportRequest, ImportRequest>? with = null)
    {
        var request = new ImportRequest(format, path);
        return new MailImporter(Store).RunAsync(with?.Invoke(request) ?? request, progress: null, Cancellation);
    }

    /// <summary>Every message with its text, its attachments and its states, in the order of the log.</summary>
    public async Task<IReadOnlyList<Letter>> LettersAsync()
    {
        var mail = await Store.ReadAsync(Cancellation);
        mail.Warnings.ShouldBeEmpty();
        var letters = new List<Letter>();
        await foreach (var letter in mail.LoadAsync(mail.Messages, only: null, Cancellation))
        {
            letters.Add(letter);
        }

        return letters;
    }

    public async Task<IReadOnlyList<Message>> MessagesAsync() => (await Store.ReadAsync(Cancellation)).Messages;

    /// <summary>The bytes of the log, to see that nothing was added.</summary>
    public string LogText => File.Exists(LogFile) ? File.ReadAllText(LogFile) : "";

    public string Write(string name, string content) => Write(name, System.Text.Encoding.UTF8.GetBytes(content));

    public string Write(string name, byte[] content)
    {
        var path = _folder[name];
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => _folder.Dispose();

    private string LogFile => Path.Combine(Home.MailFolder, "events.jsonl");
}
