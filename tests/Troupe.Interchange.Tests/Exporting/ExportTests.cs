using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Interchange.Tests;

/// <summary>What is exported, and what becomes of what was exported before.</summary>
public sealed class ExportTests : IDisposable
{
    private readonly MailTeam _team = new();

    public void Dispose() => _team.Dispose();

    [Fact]
    public async Task Persona_Named_IsTheOnlyMailbox()
    {
        await _team.SendAsync(MailTeam.Draft(MailTeam.Bolt, MailTeam.Curator, MailTeam.Sentinel));
        await _team.SendAsync(MailTeam.Draft(MailTeam.Curator, MailTeam.Bolt));

        var report = await _team.ExportAsync(InterchangeFormat.Maildir, _team["export"], request => request with { Persona = MailTeam.Curator });

        (report.Messages, report.Files).ShouldBe((1, 1));
        Directory.EnumerateDirectories(_team["export"]).Select(Path.GetFileName).ShouldBe(["curator"]);
    }

    [Fact]
    public async Task Since_AndThread_NarrowIt()
    {
        var first = await _team.SendAsync(MailTeam.Draft(MailTeam.Bolt, MailTeam.Curator));
        var parent = (await _team.MessagesAsync())[0];
        _team.Clock.Now += TimeSpan.FromHours(1);
        var answer = await _team.SendAsync(MailTeam.Draft(MailTeam.Curator, MailTeam.Bolt) with { ReplyTo = parent });
        await _team.SendAsync(MailTeam.Draft(MailTeam.Curator, MailTeam.Sentinel));

        await _team.ExportAsync(InterchangeFormat.Eml, _team["thread"], request => request with { Thread = answer.Suffix(12) });
        await _team.ExportAsync(InterchangeFormat.Eml, _team["both"], request => request with { Thread = first.ToString(), Since = _team.Clock.Now });

        Names("thread").ShouldBe([$"{first}.eml", $"{answer}.eml"], ignoreOrder: true);
        Names("both").ShouldBe([$"{answer}.eml"]);
    }

    [Fact]
    public async Task Thread_ThatDoesNotExist_IsNotFound()
    {
        await _team.SendAsync(MailTeam.Draft(MailTeam.Bolt, MailTeam.Curator));

        var refused = await Should.ThrowAsync<TroupeException>(() => _team.ExportAsync(InterchangeFormat.Eml, _team["x"], request => request with { Thread = "ffffffffffff" }));

        refused.Code.ShouldBe(ErrorCode.NotFound);
    }

    [Fact]
    public async Task Maildir_OfChangedState_RenamesAndDeliversNothingTwice()
    {
        var message = await _team.SendAsync(MailTeam.Draft(MailTeam.Bolt, MailTeam.Curator));
        await _team.ExportAsync(InterchangeFormat.Maildir, _team["export"]);
        var delivered = MaildirFiles().ShouldHaveSingleItem();
        await _team.MarkAsync(MailMark.Read, MailTeam.Curator, message);
        await _team.MarkAsync(MailMark.Archived, MailTeam.Curator, message);

        var report = await _team.ExportAsync(InterchangeFormat.Maildir, _team["export"]);

        (report.Files, report.Unchanged).ShouldBe((0, 1));
        delivered.ShouldStartWith("new/");
        MaildirFiles().ShouldBe([$"cur/{Path.GetFileName(delivered)}:2,Sa"]);
    }

    [Theory]
    [InlineData(InterchangeFormat.Mbox, "curator.mbox")]
    [InlineData(InterchangeFormat.Jsonl, "messages.jsonl")]
    [InlineData(InterchangeFormat.V0, "events.jsonl")]
    public async Task File_OfSomebodyElse_IsNeverReplaced(InterchangeFormat format, string name)
    {
        await _team.SendAsync(MailTeam.Draft(MailTeam.Bolt, MailTeam.Curator));
        var path = _team.Write($"export/{name}", "mine");

        var refused = await Should.ThrowAsync<TroupeException>(() => _team.ExportAsync(format, _team["export"]));

        refused.Message.ShouldContain("is no export of this program");
        File.ReadAllText(path).ShouldBe("mine");
        Names("export").ShouldBe([name]);
    }

    [Fact]
    public async Task Folder_ThatCannotBeWritten_IsSaid()
    {
        await _team.SendAsync(MailTeam.Draft(MailTeam.Bolt, MailTeam.Curator));
        _team.Write("file", "in the way");

        var refused = await Should.ThrowAsync<TroupeException>(() => _team.ExportAsync(InterchangeFormat.Eml, _team["file/folder"]));

        refused.Code.ShouldBe(ErrorCode.Storage);
    }

    [Theory]
    [InlineData(InterchangeFormat.Eml)]
    [InlineData(InterchangeFormat.Jsonl)]
    [InlineData(InterchangeFormat.V0)]
    public async Task Attachment_WhoseBlobIsLost_IsLeftOutAndSaid(InterchangeFormat format)
    {
        _team.Write("mail/1.eml", "From: bolt@team\nTo: curator@team\nSubject: S\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n--b\nContent-Disposition: attachment; filename=a.txt\n\nx\n--b--\n");
        await _team.ImportAsync(InterchangeFormat.Eml, _team["mail"]);
        Directory.Delete(Path.Combine(_team.Home.MailFolder, "blobs"), recursive: true);

        var report = await _team.ExportAsync(format, _team["export"]);

        report.Warnings.ShouldHaveSingleItem().ShouldContain("the attachment 'a.txt' is not in the blob store");
        using var other = new MailTeam();
        (await other.ImportAsync(format, _team["export"])).ShouldBeOfType<ImportOutcome.Done>().Imported.ShouldBe(1);
    }

    private IEnumerable<string?> Names(string folder) => Directory.EnumerateFileSystemEntries(_team[folder]).Select(Path.GetFileName);

    private List<string> MaildirFiles() =>
    [
        .. new[] { "new", "cur", "tmp" }.SelectMany(part => Directory.EnumerateFiles(_team[$"export/curator/{part}"]).Select(path => $"{part}/{Path.GetFileName(path)}")),
    ];
}
