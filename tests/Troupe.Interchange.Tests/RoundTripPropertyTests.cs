using CsCheck;
using Troupe.Mail;
using Troupe.Testing;

namespace Troupe.Interchange.Tests;

/// <summary>Whatever a message holds: written in a format and read again it is the same.</summary>
public sealed class RoundTripPropertyTests
{
    private const int Iterations = 300;

    [Fact]
    public void Mime_AnyLetter_ComesBackEqual() => Letters.Any.Sample(
        letter => Letters.Difference([Letters.Print(letter)], [Letters.Print(MimeLetterReader.Read(MimeLetterWriter.Write(letter, withStates: true).ToArray(), found: null))]).ShouldBeEmpty(),
        iter: Iterations);

    [Fact]
    public void Mime_LineEndsChangedOnTheWay_ComesBackEqual() => Letters.Any.Sample(
        letter =>
        {
            var written = System.Text.Encoding.Latin1.GetString(MimeLetterWriter.Write(letter, withStates: true).Span);
            written.ShouldNotContain('\r');
            var carried = System.Text.Encoding.Latin1.GetBytes(written.Replace("\n", "\r\n", StringComparison.Ordinal));

            Letters.Difference([Letters.Print(letter)], [Letters.Print(MimeLetterReader.Read(carried, found: null))]).ShouldBeEmpty();
        },
        iter: Iterations);

    [Fact]
    public void Mime_AnyLetter_IsAsciiWithBoundedLinesAndNoSeparator() => Letters.Any.Sample(
        letter =>
        {
            var lines = System.Text.Encoding.Latin1.GetString(MimeLetterWriter.Write(letter, withStates: true).Span).Split('\n');

            lines.ShouldAllBe(line => line.All(c => c == '\t' || (c >= ' ' && c < '\x7f')));
            lines.ShouldAllBe(line => line.Length <= 998);
            lines.ShouldAllBe(line => !line.StartsWith("From ", StringComparison.Ordinal));
        },
        iter: Iterations);

    [Theory]
    [InlineData(InterchangeFormat.Mbox)]
    [InlineData(InterchangeFormat.Eml)]
    [InlineData(InterchangeFormat.Jsonl)]
    [InlineData(InterchangeFormat.Maildir)]
    public Task Files_AnyLetters_ComeBackEqual(InterchangeFormat format) => Letters.Any.Array[0, 4].SampleAsync(
        async letters =>
        {
            using var folder = new TemporaryFolder();
            await using var writer = LetterWriters.Create(format, folder.Path);
            foreach (var letter in letters)
            {
                writer.Write(letter);
            }

            writer.Finish();

            var read = letters.Length == 0 ? [] : LetterSources.Open(format, folder.Path).Items().Select(item => item.Load()).ToList();
            Letters.Difference(letters.Select(letter => Letters.Print(Held(letter, format))).Order(StringComparer.Ordinal), Merged(read)).ShouldBeEmpty();
        },
        iter: 60);

    [Theory]
    [Trait("Suite", "Slow")]
    [InlineData(InterchangeFormat.Maildir)]
    [InlineData(InterchangeFormat.Mbox)]
    [InlineData(InterchangeFormat.Eml)]
    [InlineData(InterchangeFormat.Jsonl)]
    public Task Logs_ExportedAndImportedToAnEmptyOne_HoldTheSame(InterchangeFormat format) => Letters.Any.Array[1, 5].SampleAsync(
        async letters =>
        {
            using var original = new MailTeam();
            using var copy = new MailTeam();
            await FillAsync(original, letters);
            var held = await original.LettersAsync();
            await original.ExportAsync(format, copy["export"]);

            var outcome = await copy.ImportAsync(format, copy["export"]);

            outcome.ShouldBeOfType<ImportOutcome.Done>().Imported.ShouldBe(letters.Length);
            Letters.Difference(held.Select(letter => Letters.Print(Held(letter, format))), (await copy.LettersAsync()).Select(Letters.Print)).ShouldBeEmpty();
            var log = copy.LogText;
            var again = (await copy.ImportAsync(format, copy["export"])).ShouldBeOfType<ImportOutcome.Done>();
            (again.Imported, again.Present).ShouldBe((0, letters.Length));
            copy.LogText.ShouldBe(log);
        },
        iter: 10,
        threads: 1);

    /// <summary>Makes a log that holds these letters, by the one way that takes letters in.</summary>
    private static async Task FillAsync(MailTeam team, Letter[] letters)
    {
        await using (var writer = LetterWriters.Create(InterchangeFormat.Jsonl, Directory.CreateDirectory(team["source"]).FullName))
        {
            foreach (var letter in letters)
            {
                writer.Write(letter with { Place = null });
            }

            writer.Finish();
        }

        await team.ImportAsync(InterchangeFormat.Jsonl, team["source"]);
    }

    /// <summary>What of a letter the format holds: the names of Maildir files have no room for tags and sessions.</summary>
    private static Letter Held(Letter letter, InterchangeFormat format) => format == InterchangeFormat.Maildir
        ? letter with { States = [.. letter.States.Select(state => state with { Tags = letter.Tags.Order(StringComparer.Ordinal).ToArray(), ShownIn = [] })] }
        : letter;

    /// <summary>A letter lies in each of its mailboxes: put together again.</summary>
    private static IEnumerable<string> Merged(IReadOnlyList<Letter> letters) => letters.GroupBy(letter => letter.Id)
        .Select(same => Letters.Print(same.First() with
        {
            States = [.. same.First().Recipients!.Select(mailbox => StateOf(same, mailbox))],
        }))
        .Order(StringComparer.Ordinal);

    private static LetterState StateOf(IEnumerable<Letter> same, string mailbox)
    {
        var state = same.SelectMany(letter => letter.States).First(state => state.Mailbox == mailbox);
        return state with { Tags = state.Tags ?? same.First().Tags.Order(StringComparer.Ordinal).ToArray() };
    }
}
