using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Interchange.Tests;

/// <summary>All of a source or nothing of it, and each message once.</summary>
public sealed class ImportOnceTests : IDisposable
{
    private readonly MailTeam _team = new();

    public void Dispose() => _team.Dispose();

    [Theory]
    [InlineData(InterchangeFormat.Maildir)]
    [InlineData(InterchangeFormat.Mbox)]
    [InlineData(InterchangeFormat.Eml)]
    [InlineData(InterchangeFormat.Jsonl)]
    [InlineData(InterchangeFormat.V0)]
    public async Task Export_IntoTheLogThatItCameFrom_ChangesNothing(InterchangeFormat format)
    {
        var message = await _team.SendAsync(MailTeam.Draft(MailTeam.Bolt, MailTeam.Curator));
        await _team.MarkAsync(MailMark.Read, MailTeam.Curator, message);
        await _team.ExportAsync(format, _team["export"]);
        await _team.MarkAsync(MailMark.Unread, MailTeam.Curator, message);
        var log = _team.LogText;

        var done = (await _team.ImportAsync(format, _team["export"])).ShouldBeOfType<ImportOutcome.Done>();

        (done.Imported, done.Present).ShouldBe((0, 1));
        _team.LogText.ShouldBe(log);
    }

    [Fact]
    public async Task DryRun_ChangesNothingAndCountsTheSame()
    {
        _team.Write("mail/1.eml", "From: bolt@team\nTo: curator@team\nSubject: S\n\none");

        var dry = (await _team.ImportAsync(InterchangeFormat.Eml, _team["mail"], request => request with { DryRun = true })).ShouldBeOfType<ImportOutcome.Done>();

        (dry.Found, dry.Imported).ShouldBe((1, 1));
        Directory.Exists(_team.Home.MailFolder).ShouldBeFalse();
    }

    [Fact]
    public async Task Flaw_InOneOfMany_LeavesEverythingOut()
    {
        _team.Write("mail/1.eml", "From: bolt@team\nTo: curator@team\nSubject: S\n\none");
        _team.Write("mail/2.eml", "no message at all");

        var refused = (await _team.ImportAsync(InterchangeFormat.Eml, _team["mail"])).ShouldBeOfType<ImportOutcome.Refused>();

        var flaw = refused.Flaws.ShouldHaveSingleItem();
        flaw.Place.ShouldEndWith("2.eml");
        flaw.Reason.ShouldStartWith("it is no mail message");
        _team.LogText.ShouldBeEmpty();
    }

    [Fact]
    public async Task SkipBroken_TakesTheRestAndSaysWhatIsLeft()
    {
        _team.Write("mail/1.eml", "From: bolt@team\nTo: curator@team\nSubject: S\n\none");
        _team.Write("mail/2.eml", "no message at all");

        var done = (await _team.ImportAsync(InterchangeFormat.Eml, _team["mail"], request => request with { SkipBroken = true })).ShouldBeOfType<ImportOutcome.Done>();

        (done.Imported, done.Skipped.Count).ShouldBe((1, 1));
    }

    [Fact]
    public async Task Crash_BetweenAMessageAndItsMarks_IsMendedByTheNextImport()
    {
        using var source = new MailTeam();
        var message = await source.SendAsync(MailTeam.Draft(MailTeam.Bolt, MailTeam.Curator));
        await source.MarkAsync(MailMark.Read, MailTeam.Curator, message);
        await source.ExportAsync(InterchangeFormat.Jsonl, _team["export"]);
        await _team.ImportAsync(InterchangeFormat.Jsonl, _team["export"]);
        var whole = _team.LogText;
        File.WriteAllText(Path.Combine(_team.Home.MailFolder, "events.jsonl"), whole[..(whole.IndexOf('\n', StringComparison.Ordinal) + 1)]);

        await _team.ImportAsync(InterchangeFormat.Jsonl, _team["export"]);

        (await _team.LettersAsync()).ShouldHaveSingleItem().States.ShouldHaveSingleItem().IsRead.ShouldBeTrue();
        _team.LogText.Split('\n').Length.ShouldBe(whole.Split('\n').Length);
    }

    [Fact]
    public async Task OwnChange_AfterTheImport_IsNotUndoneByTheNext()
    {
        using var source = new MailTeam();
        var message = await source.SendAsync(MailTeam.Draft(MailTeam.Bolt, MailTeam.Curator));
        await source.MarkAsync(MailMark.Read, MailTeam.Curator, message);
        await source.ExportAsync(InterchangeFormat.Maildir, _team["export"]);
        await _team.ImportAsync(InterchangeFormat.Maildir, _team["export"]);
        await _team.MarkAsync(MailMark.Unread, MailTeam.Curator, message);

        await _team.ImportAsync(InterchangeFormat.Maildir, _team["export"]);

        (await _team.LettersAsync()).ShouldHaveSingleItem().States.ShouldHaveSingleItem().IsRead.ShouldBeFalse();
    }

    [Fact]
    public async Task Order_OfALogWhoseClockJumped_IsKept()
    {
        using var source = new MailTeam();
        var older = await source.SendAsync(MailTeam.Draft(MailTeam.Bolt, MailTeam.Curator) with { Subject = "older" });
        source.Clock.Now -= TimeSpan.FromDays(1);
        await source.SendAsync(MailTeam.Draft(MailTeam.Bolt, MailTeam.Curator) with { Subject = "newer", Supersedes = [older] });
        await source.ExportAsync(InterchangeFormat.Maildir, _team["export"]);

        await _team.ImportAsync(InterchangeFormat.Maildir, _team["export"]);

        var letters = await _team.LettersAsync();
        letters.Select(letter => letter.Subject).ShouldBe(["older", "newer"]);
        letters[0].States.ShouldHaveSingleItem().IsSuperseded.ShouldBeTrue();
    }

    [Fact]
    public async Task Many_InSeveralBatches_AreAllThereOnce()
    {
        for (var number = 0; number < 450; number++)
        {
            _team.Write($"mail/{number:d3}.eml", $"From: bolt@team\nTo: curator@team\nSubject: {number}\nMessage-ID: <{number}@x>\nDate: Sun, 11 Jan 2026 10:{number / 60:d2}:{number % 60:d2} +0000\n\n{number}");
        }

        await _team.ImportAsync(InterchangeFormat.Eml, _team["mail"]);

        (await _team.MessagesAsync()).Select(message => message.Subject).ShouldBe(Enumerable.Range(0, 450).Select(number => number.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    [Theory]
    [InlineData("curator")]
    [InlineData("=curator")]
    [InlineData("ann=@all")]
    [InlineData("ann=Nobody!")]
    public async Task Map_OfAnotherForm_IsRefused(string map)
    {
        _team.Write("mail/1.eml", "From: bolt@team\nTo: curator@team\nSubject: S\n\none");

        var refused = await Should.ThrowAsync<TroupeException>(() => _team.ImportAsync(InterchangeFormat.Eml, _team["mail"], request => request with { Map = [map] }));

        refused.Code.ShouldBe(ErrorCode.InvalidArgument);
    }

    [Theory]
    [InlineData(InterchangeFormat.Maildir)]
    [InlineData(InterchangeFormat.Mbox)]
    [InlineData(InterchangeFormat.Eml)]
    [InlineData(InterchangeFormat.Jsonl)]
    [InlineData(InterchangeFormat.V0)]
    public async Task Source_ThatIsNotThere_IsNotFound(InterchangeFormat format)
    {
        Directory.CreateDirectory(_team["empty"]);

        (await Should.ThrowAsync<TroupeException>(() => _team.ImportAsync(format, _team["nowhere"]))).Code.ShouldBe(ErrorCode.NotFound);
        (await Should.ThrowAsync<TroupeException>(() => _team.ImportAsync(format, _team["empty"]))).Code.ShouldBe(ErrorCode.NotFound);
    }
}
