using System.Globalization;
using System.Text;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;
using Troupe.Testing;

namespace Troupe.Interchange.Tests;

/// <summary>The files of each format, byte for byte, as docs/specs/mail-interchange.md describes them.</summary>
public sealed class GoldenExportsTests : IDisposable
{
    private static readonly RecordId Question = RecordId.Parse("019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b");
    private static readonly RecordId Answer = RecordId.Parse("019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4c");
    private static readonly RecordId Report = RecordId.Parse("019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4d");
    private readonly MailTeam _team = new();

    public void Dispose() => _team.Dispose();

    [Theory]
    [InlineData(InterchangeFormat.Maildir)]
    [InlineData(InterchangeFormat.Mbox)]
    [InlineData(InterchangeFormat.Eml)]
    [InlineData(InterchangeFormat.Jsonl)]
    [InlineData(InterchangeFormat.V0)]
    public async Task Export_IsAsTheGoldenFileHasIt(InterchangeFormat format)
    {
        await FillAsync();

        await _team.ExportAsync(format, _team["export"]);

        Golden.Check($"export-{format.Name()}.txt", Tree(_team["export"]));
    }

    [Theory]
    [InlineData(InterchangeFormat.Maildir)]
    [InlineData(InterchangeFormat.Mbox)]
    [InlineData(InterchangeFormat.Eml)]
    [InlineData(InterchangeFormat.Jsonl)]
    [InlineData(InterchangeFormat.V0)]
    public async Task Export_Twice_ChangesNothing(InterchangeFormat format)
    {
        await FillAsync();
        await _team.ExportAsync(format, _team["export"]);
        var before = Tree(_team["export"]);

        await _team.ExportAsync(format, _team["export"]);

        Tree(_team["export"]).ShouldBe(before);
    }

    [Fact]
    public async Task Imported_IsRecordedAsTheGoldenFileHasIt()
    {
        await FillAsync();

        Golden.Check("imported-events.v1.jsonl", _team.LogText);
    }

    /// <summary>Three messages with everything that a format may have to hold, sent elsewhere.</summary>
    private async Task FillAsync()
    {
        var blob = await _team.Store.Blobs.PutAsync("one\r\ntwo\0"u8.ToArray(), MailTeam.Cancellation);
        ImportOrigin Sent(int minute) => new("jsonl", new DateTimeOffset(2026, 1, 11, 9, minute, 0, 250, TimeSpan.Zero), Sender: null, Attested: null);
        await _team.Store.Import.AppendAsync(
            [
                new ImportedMessage
                {
                    Id = Question,
                    From = MailTeam.Bolt,
                    To = [Address.Of(MailTeam.Curator), Address.Parse("@all")],
                    Cc = [Address.Of(PersonaId.Weaver)],
                    Recipients = [MailTeam.Curator, PersonaId.Lead],
                    Subject = "Could the parser keep its cache? olá 🎉",
                    Body = "It is rebuilt for each file.\nFrom here on: 世界  \n",
                    Type = MessageType.Question,
                    AckRequired = true,
                    Tags = ["perf", "api/v2"],
                    Attachments = [new Attachment("notes é.txt", blob.Id.Value, blob.Length, "text/plain; charset=utf-8")],
                    Origin = Sent(6) with { Attested = "s7-bolt-1" },
                    States =
                    [
                        new ImportedState(MailTeam.Curator) { IsRead = true, IsAcked = true, Tags = ["kept", "perf"], ShownIn = [SessionId.Parse("s7-curator-2")] },
                        new ImportedState(PersonaId.Lead) { IsArchived = true, IsTrashed = true },
                    ],
                },
                new ImportedMessage
                {
                    Id = Answer,
                    From = MailTeam.Curator,
                    To = [Address.Of(MailTeam.Bolt)],
                    Recipients = [MailTeam.Bolt],
                    Subject = "Re: two\nlines",
                    Body = "Line\r\nwith a carriage return, and no end",
                    Thread = Question,
                    InReplyTo = Question,
                    Hops = 1,
                    Origin = Sent(7) with { Sender = "curt@example.org" },
                },
                new ImportedMessage
                {
                    Id = Report,
                    From = PersonaId.Weaver,
                    To = [Address.Of(MailTeam.Bolt)],
                    Recipients = [MailTeam.Bolt],
                    Subject = "Your patch collides",
                    Body = "",
                    Type = MessageType.Conflict,
                    Priority = Priority.Urgent,
                    DedupKey = "weaver/bolt/a b",
                    Supersedes = [Answer],
                    Origin = Sent(8),
                },
            ],
            MailTeam.Cancellation);
    }

    /// <summary>Every file with its name, its mode and its content.</summary>
    private static string Tree(string folder)
    {
        var text = new StringBuilder();
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            text.Append(CultureInfo.InvariantCulture, $"==> {Path.GetRelativePath(folder, path)} {ModeOf(path)}\n{File.ReadAllText(path, Encoding.UTF8).Replace("\r", "\\r", StringComparison.Ordinal).Replace("\0", "\\0", StringComparison.Ordinal)}\n");
        }

        return text.ToString();
    }

    private static string ModeOf(string path) => OperatingSystem.IsWindows() ? "600" : Convert.ToString((int)File.GetUnixFileMode(path), 8);
}
