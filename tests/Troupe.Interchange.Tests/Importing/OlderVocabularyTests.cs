using System.Text;

namespace Troupe.Interchange.Tests;

/// <summary>Events of the older vocabulary, as a program of that time wrote them.</summary>
public sealed class OlderVocabularyTests : IDisposable
{
    private readonly MailTeam _team = new();

    public void Dispose() => _team.Dispose();

    [Fact]
    public async Task Events_OfThatTime_BecomeMessagesWithTheirStates()
    {
        Write(
            """{"event_id":"e1","ts":"2025-03-01T10:00:00Z","event_type":"send","message_id":7,"actor":"bolt","from_persona":"bolt","to_persona":"curator","subject":"olá","body":"line\r\n","attachments":["https://example.org/a.png"]}""",
            """{"event_id":"e2","ts":"2025-03-01T10:01:00.5+01:00","event_type":"send","message_id":8,"actor":"bolt","from_persona":"bolt","to_persona":"sentinel","subject":"two","body":""}""",
            """{"event_id":"e3","ts":"2025-03-01T10:02:00Z","event_type":"read","message_id":7,"actor":"curator","read_at":"2025-03-01T10:02:00Z"}""",
            """{"event_id":"e4","event_type":"tag_add","message_id":7,"actor":"curator","tag":"later"}""",
            """{"event_id":"e5","event_type":"tag_add","message_id":7,"actor":"curator","tag":"done"}""",
            """{"event_id":"e6","event_type":"tag_rm","message_id":7,"actor":"curator","tag":"later"}""",
            """{"event_id":"e7","event_type":"trash","message_id":7,"actor":"curator"}""",
            """{"event_id":"e8","event_type":"trash","message_id":8,"actor":"sentinel"}""",
            """{"event_id":"e9","event_type":"untrash","message_id":8,"actor":"sentinel"}""");

        var done = (await _team.ImportAsync(InterchangeFormat.V0, _team["old"])).ShouldBeOfType<ImportOutcome.Done>();

        done.Imported.ShouldBe(2);
        var letters = await _team.LettersAsync();
        letters.Select(letter => (letter.From, letter.Subject, letter.Body, letter.SentAt)).ShouldBe(
            [("bolt", "two", "", new(2025, 3, 1, 9, 1, 0, 500, TimeSpan.Zero)), ("bolt", "olá", "line\r\n", new(2025, 3, 1, 10, 0, 0, TimeSpan.Zero))]);
        var state = letters[1].States.ShouldHaveSingleItem();
        (state.Mailbox, state.IsRead, state.IsTrashed).ShouldBe(("curator", true, true));
        state.Tags.ShouldBe(["done"]);
        letters[0].States.ShouldHaveSingleItem().IsTrashed.ShouldBeFalse();
        var link = letters[1].Enclosures.ShouldHaveSingleItem();
        (link.MediaType, Encoding.UTF8.GetString(link.Content!.Value.Span)).ShouldBe(("text/uri-list", "https://example.org/a.png\r\n"));
    }

    [Fact]
    public async Task Link_ExportedAgain_IsTheSameUrl()
    {
        Write("""{"event_id":"e1","ts":"2025-03-01T10:00:00Z","event_type":"send","message_id":7,"from_persona":"bolt","to_persona":"curator","subject":"S","attachments":["https://example.org/a.png?x=1#y"]}""");
        await _team.ImportAsync(InterchangeFormat.V0, _team["old"]);

        await _team.ExportAsync(InterchangeFormat.V0, _team["export"]);

        File.ReadAllText(_team["export/events.jsonl"]).ShouldContain("\"attachments\":[\"https://example.org/a.png?x=1#y\"]");
    }

    [Theory]
    [InlineData("""{"event_type":"explode","message_id":7}""", "'explode' is none of the vocabulary")]
    [InlineData("""{"event_type":"tag_add","message_id":7}""", "misses its tag")]
    [InlineData("""{"event_type":"read","message_id":9}""", "message_id 9, which no 'send' event has")]
    [InlineData("""{"event_type":"send","message_id":"seven"}""", "it is no JSON object of this format")]
    [InlineData("""{"event_type":"send","message_id":8,"from_persona":"bolt"}""", "it has no to_persona")]
    [InlineData("""{"event_type":"send","message_id":8,"from_persona":"bolt","to_persona":"curator","ts":"yesterday"}""", "its ts is no moment")]
    [InlineData("""{"event_type":"send","message_id":8,"from_persona":"bolt","to_persona":"curator","body":"\ud800"}""", "member $.body")]
    [InlineData("""{"event_type":"send","message_id":8,"from_persona":"bolt","to_persona":"curator","attachments":["blobs/../../secret"]}""", "has no SHA-256")]
    [InlineData("not json", "it is no JSON object of this format")]
    public async Task Line_ThatMakesNoSense_IsNamed(string line, string reason)
    {
        Write("""{"event_id":"e1","event_type":"send","message_id":7,"from_persona":"bolt","to_persona":"curator","subject":"S"}""", line);

        var refused = (await _team.ImportAsync(InterchangeFormat.V0, _team["old"])).ShouldBeOfType<ImportOutcome.Refused>();

        refused.Flaws.ShouldHaveSingleItem().Reason.ShouldContain(reason);
        _team.LogText.ShouldBeEmpty();
    }

    private void Write(params string[] lines) => _team.Write("old/events.jsonl", string.Join('\n', lines) + "\n");
}
