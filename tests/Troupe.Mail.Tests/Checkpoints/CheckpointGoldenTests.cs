using System.Runtime.CompilerServices;

namespace Troupe.Mail.Tests;

/// <summary>
/// The bytes of version 1. Where they change, old checkpoints are misread unless their version says so: give the new form a new version.
/// TROUPE_GOLDEN=write writes them anew.
/// </summary>
public sealed class CheckpointGoldenTests : IDisposable
{
    private readonly CheckpointRoom _room = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Publish_TheGoldenLog_GivesTheGoldenCheckpoints()
    {
        if (!File.Exists(Golden("mailboxes.v1.jsonl")))
        {
            await _room.AppendAsync(MailHistory.Make(new Random(1), 40));
            File.Move(Path.Combine(_room.Folder, "events.jsonl"), Golden("mailboxes.v1.jsonl"));
            File.Delete(Path.Combine(_room.Folder, "events.index"));
        }

        File.Copy(Golden("mailboxes.v1.jsonl"), Path.Combine(_room.Folder, "events.jsonl"));
        await _room.FoldAndPublishAsync();

        foreach (var (file, golden) in new[] { (_room.BaseFile, "mailboxes.v1.base"), (_room.RecentFile, "mailboxes.v1.recent") })
        {
            if (Environment.GetEnvironmentVariable("TROUPE_GOLDEN") == "write")
            {
                File.WriteAllBytes(Golden(golden), await File.ReadAllBytesAsync(file, Cancellation));
            }

            (await File.ReadAllBytesAsync(file, Cancellation)).ShouldBe(await File.ReadAllBytesAsync(Golden(golden), Cancellation));
        }

        (await new CheckpointCheck(_room.Folder, _room.Log()).RunAsync(Cancellation)).ShouldBeEmpty();
    }

    [Fact]
    public void PersistedNumbers_Stay()
    {
        Enum.GetValues<EntryFlags>().Select(flag => $"{(int)flag} {flag}")
            .ShouldBe(["0 None", "1 Read", "2 Acked", "4 Archived", "8 Trashed", "16 Superseded", "32 AckRequired", "64 Keyed"]);
        Enum.GetValues<Lying>().Select(list => $"{(int)list} {list}").ShouldBe(["0 Nowhere", "1 Inbox", "2 Unread", "4 Archive", "8 Trash"]);
        Enum.GetValues<CheckpointSection>().Select(section => $"{(int)section} {section}").ShouldBe(
        [
            "1 Personas", "2 Messages", "3 Ids", "4 Boxes", "5 Arrivals", "6 Summaries", "7 Changes", "8 Sent", "9 Answers", "10 WordSets",
            "11 Unreadable", "12 Damaged",
        ]);
    }

    private static string Golden(string name, [CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(Path.GetDirectoryName(here))!, "Golden", name);
}
