using System.Text.Json;

namespace Troupe.EndToEnd;

/// <summary>What a sprint left in its logs and folders, read as a stranger would: without the program.</summary>
internal sealed class SprintTraces(Stage stage)
{
    private static readonly string[] OnceForASession =
        ["session_requested", "session_started", "session_ended", "patch_captured", "patch_landed"];

    public IReadOnlyList<JsonElement> Events { get; } = Read(Path.Combine(stage.Repository, ".team/sprints/events.jsonl"));

    public IReadOnlyList<JsonElement> Mail { get; } = Read(Path.Combine(stage.Repository, ".team/mail/events.jsonl"));

    public IReadOnlyList<JsonElement> Letters => [.. Mail.Where(record => record.TryGetProperty("subject", out _))];

    public string Tree => Of("sprint_ended").ShouldHaveSingleItem().Text("tree");

    public static int CountEvents(Stage stage)
    {
        var log = Path.Combine(stage.Repository, ".team/sprints/events.jsonl");
        return File.Exists(log) ? File.ReadAllBytes(log).AsSpan().Count((byte)'\n') : 0;
    }

    public IEnumerable<JsonElement> Of(string kind) => Events.Where(record => record.Text("kind") == kind);

    public IReadOnlyList<string> SessionFolders() =>
        [.. Directory.EnumerateDirectories(stage.StateFolder, "s*", SearchOption.AllDirectories)
            .Where(path => Path.GetFileName(Path.GetDirectoryName(path)) == "sessions").Order(StringComparer.Ordinal)];

    /// <summary>No session, patch, weave or letter is there twice, and no agent ran twice.</summary>
    public void NothingIsThereTwice()
    {
        OnceForASession.SelectMany(kind => Twice(Of(kind), record => $"{kind} {record.Text("session")}")).ShouldBeEmpty();
        Twice(Of("mail_posted"), record => record.Text("command_key")).ShouldBeEmpty();
        Twice(Of("weave_started"), record => $"{record.Number("weave")}").ShouldBeEmpty();
        Twice(Of("landing_published"), record => $"{record.Number("weave")}").ShouldBeEmpty();
        Twice(Letters, record => $"{record.GetProperty("to")} {record.Text("subject")} {record.GetProperty("body")}").ShouldBeEmpty();
        SessionFolders().Select(Path.GetFileName).ShouldBe(
            Of("session_requested").Select(record => record.Text("session")), ignoreOrder: true);
        foreach (var log in SessionFolders().Select(folder => Path.Combine(folder, "agent.log")).Where(File.Exists))
        {
            File.ReadAllText(log).Split(", attempt ").Length.ShouldBeLessThanOrEqualTo(2, log);
        }
    }

    /// <summary>No checkout, no private git directory, no half-written file, no lock of git, no process.</summary>
    public async Task NothingIsLeftOverAsync()
    {
        await Until.TrueAsync(() => stage.Processes().Count == 0);
        foreach (var state in Directory.EnumerateDirectories(Path.Combine(stage.StateFolder, "troupe")))
        {
            Entries(Path.Combine(state, "weaves")).ShouldBeEmpty();
            Entries(Path.Combine(state, "verify")).ShouldBeEmpty();
        }

        SessionFolders().Where(folder => Directory.Exists(Path.Combine(folder, "checkout"))).ShouldBeEmpty();
        SessionFolders().SelectMany(folder => Directory.EnumerateFiles(folder, "*.new")).ShouldBeEmpty();
        Directory.EnumerateFiles(Path.Combine(stage.Repository, ".git"), "*.lock", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    private static IEnumerable<string> Entries(string folder) =>
        Directory.Exists(folder) ? Directory.EnumerateFileSystemEntries(folder) : [];

    private static IEnumerable<string> Twice(IEnumerable<JsonElement> records, Func<JsonElement, string> name) =>
        records.GroupBy(name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => $"{group.Key} x{group.Count()}");

    private static List<JsonElement> Read(string file) =>
        File.Exists(file) ? [.. File.ReadAllLines(file).Where(line => line.Length > 0).Select(Parse)] : [];

    private static JsonElement Parse(string line)
    {
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }
}
