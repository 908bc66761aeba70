namespace Troupe.Interchange.Tests;

/// <summary>Lines of <c>messages.jsonl</c> that somebody changed, or made.</summary>
public sealed class JsonLinesTests : IDisposable
{
    private const string Id = "019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b";
    private readonly MailTeam _team = new();

    public void Dispose() => _team.Dispose();

    [Fact]
    public async Task Line_WithTheLeastThatIsNeeded_IsAMessage()
    {
        _team.Write("in/messages.jsonl", $$"""{"schema_version":1,"id":"{{Id}}","from":"bolt","to":["curator"],"subject":"S","later_member":{"x":[1] } }""");

        (await _team.ImportAsync(InterchangeFormat.Jsonl, _team["in"])).ShouldBeOfType<ImportOutcome.Done>().Imported.ShouldBe(1);

        var letter = (await _team.LettersAsync()).ShouldHaveSingleItem();
        (letter.Id.ToString(), letter.Body).ShouldBe((Id, ""));
        letter.Recipients.ShouldBe(["curator"]);
    }

    [Theory]
    [InlineData("""{"schema_version":2,"id":"019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b","from":"bolt"}""", "a newer one wrote it")]
    [InlineData("""{"from":"bolt"}""", "it has no id")]
    [InlineData("""{"id":"1","from":"bolt"}""", "'1' is no message id")]
    [InlineData("""{"id":"019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b"}""", "it has no from")]
    [InlineData("""{"id":"019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b","from":"bolt","subject":"S"}""", "it names no recipient")]
    [InlineData("""{"id":"019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b","from":"","to":["curator"]}""", "it has no sender")]
    [InlineData("""{"id":"019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b","from":"bolt","to":["curator"],"tags":["a b"]}""", "'a b' is no tag")]
    [InlineData("""{"id":"019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b","from":"bolt","to":["curator"],"mailboxes":[{"persona":"curator","tags":["\n"]}]}""", "a mailbox has a tag that is none")]
    [InlineData("""{"id":"019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b","from":"bolt","to":["curator"],"mailboxes":[{"persona":"curator","shown_in":["x"]}]}""", "'x' is no session")]
    [InlineData("""{"id":"019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b","from":"bolt","to":["curator"],"sent_at":"now"}""", "its sent_at is no moment")]
    [InlineData("""{"id":"019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b","from":"bolt","to":["curator"],"attachments":[{"name":"a","sha256":"../../x"}]}""", "has no SHA-256")]
    [InlineData("""{"id":"019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b","from":"bolt","to":["curator"],"attachments":[{"name":"a","sha256":"0000000000000000000000000000000000000000000000000000000000000000"}]}""", "is missing: it belongs at blobs/")]
    [InlineData("""[1]""", "it is no JSON object of this format")]
    [InlineData("""null""", "it is no JSON object")]
    public async Task Line_ThatIsNoMessage_IsNamedWithItsPlace(string line, string reason)
    {
        _team.Write("in/messages.jsonl", "\n" + line + "\n");

        var refused = (await _team.ImportAsync(InterchangeFormat.Jsonl, _team["in"])).ShouldBeOfType<ImportOutcome.Refused>();

        var flaw = refused.Flaws.ShouldHaveSingleItem();
        flaw.Place.ShouldEndWith("messages.jsonl, line 2");
        flaw.Reason.ShouldContain(reason);
        _team.LogText.ShouldBeEmpty();
    }

    [Fact]
    public async Task Blob_ThatWasChanged_IsRefused()
    {
        var sha256 = EventLog.Sha256.Of("x"u8).Value;
        _team.Write($"in/blobs/{sha256}", "y");
        _team.Write("in/messages.jsonl", $$"""{"id":"{{Id}}","from":"bolt","to":["curator"],"subject":"S","attachments":[{"name":"a","sha256":"{{sha256}}","media_type":"text/plain"}]}""");

        var refused = (await _team.ImportAsync(InterchangeFormat.Jsonl, _team["in"])).ShouldBeOfType<ImportOutcome.Refused>();

        refused.Flaws.ShouldHaveSingleItem().Reason.ShouldContain("was changed: it has another SHA-256");
    }

    [Fact]
    public async Task Recipients_TooManyForARecord_AreRefused()
    {
        var names = string.Join(',', Enumerable.Range(0, 600).Select(number => $"\"p{number}\""));
        foreach (var number in Enumerable.Range(0, 600))
        {
            Directory.CreateDirectory(Path.Combine(_team.Home.PersonasFolder, $"p{number}"));
        }

        _team.Write("in/messages.jsonl", $$"""{"id":"{{Id}}","from":"bolt","to":[{{names}}],"subject":"S"}""");

        var refused = (await _team.ImportAsync(InterchangeFormat.Jsonl, _team["in"])).ShouldBeOfType<ImportOutcome.Refused>();

        refused.Flaws.ShouldHaveSingleItem().Reason.ShouldContain("it names 600 addresses");
    }

    [Fact]
    public async Task Body_OfFourMebibytes_ComesBackAndOneByteMoreIsRefused()
    {
        var body = new string('ü', 2 * 1024 * 1024);
        _team.Write("in/messages.jsonl", $$"""{"id":"{{Id}}","from":"bolt","to":["curator"],"subject":"S","body":"{{body}}"}""");
        _team.Write("more/messages.jsonl", $$"""{"id":"{{Id}}","from":"bolt","to":["curator"],"subject":"S","body":"{{body}}x"}""");

        (await _team.ImportAsync(InterchangeFormat.Jsonl, _team["in"])).ShouldBeOfType<ImportOutcome.Done>();
        var refused = (await _team.ImportAsync(InterchangeFormat.Jsonl, _team["more"])).ShouldBeOfType<ImportOutcome.Refused>();

        (await _team.LettersAsync()).ShouldHaveSingleItem().Body.ShouldBe(body);
        refused.Flaws.ShouldHaveSingleItem().Reason.ShouldContain("The body is longer than 4194304 bytes");
    }

    [Fact]
    public async Task Unknown_Recipients_AreListed()
    {
        _team.Write("in/messages.jsonl", $$"""{"id":"{{Id}}","from":"nobody","to":["nowhere","curator"],"recipients":["nowhere","curator"],"subject":"S"}""");

        var refused = (await _team.ImportAsync(InterchangeFormat.Jsonl, _team["in"])).ShouldBeOfType<ImportOutcome.Refused>();

        refused.Unknown.Keys.ShouldBe(["nobody", "nowhere"], ignoreOrder: true);
    }
}
