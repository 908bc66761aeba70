using CsCheck;

namespace Troupe.Mail.Tests;

public sealed class MailboxesPropertyTests
{
    private static readonly MailMark[] All = Enum.GetValues<MailMark>();

    /// <summary>Marks that only ever switch something on.</summary>
    private static readonly MailMark[] OneWay =
        [MailMark.Delivered, MailMark.Shown, MailMark.Read, MailMark.Acked, MailMark.Tagged, MailMark.Archived, MailMark.Trashed];

    [Fact]
    public void Evolve_OneWayMarksInAnyOrder_GiveTheSameMailboxes() =>
        (from marks in MailEvents.Mark(OneWay).Array[0, 40]
         from shuffled in Gen.Shuffle(marks)
         select (marks, shuffled)).Sample(history =>
            Describe(history.marks) == Describe(history.shuffled));

    [Fact]
    public void Evolve_EveryEventTwice_IsTheSameAsOnce() =>
        MailEvents.Mark(All).Array[0, 40].Sample(marks =>
            Describe(marks) == Describe(marks.SelectMany(mark => new[] { mark, mark })));

    [Fact]
    public void Evolve_AMessageSentAgainLater_ChangesNothing() =>
        (from marks in MailEvents.Mark(All).Array[0, 40]
         from again in MailEvents.OneOf(MailEvents.Letters)
         select (marks, again)).Sample(history =>
            Describe(history.marks) == Describe(history.marks.Append(history.again)));

    [Fact]
    public void Evolve_MarksOfDifferentMailboxesInAnyOrder_AreIndependent() =>
        MailEvents.Mark(All).Array[0, 40].Sample(marks =>
            Describe(marks) == Describe(marks.OrderBy(mark => ((MailEvent.Marked)mark).Persona)));

    [Fact]
    public void Evolve_LastOfReadAndUnread_Counts() =>
        MailEvents.Mark(MailMark.Read, MailMark.Unread).Array[1, 40].Sample(marks =>
        {
            var mailboxes = MailEvents.Fold([.. MailEvents.Letters, .. marks]);
            return marks.Cast<MailEvent.Marked>()
                .GroupBy(mark => (mark.Persona, mark.Message))
                .All(group => !mailboxes.Of(group.Key.Persona).TryFind(group.Key.Message, out var entry)
                    || entry.IsRead == (group.Last().Mark == MailMark.Read));
        });

    [Fact]
    public void Matters_MarkThatChangesNothing_IsTold() =>
        (from marks in MailEvents.Mark(All).Array[0, 20]
         from next in MailEvents.Mark(All)
         select (marks, next: (MailEvent.Marked)next)).Sample(history =>
        {
            var before = MailEvents.Fold([.. MailEvents.Letters, .. history.marks]);
            var text = MailEvents.Describe(before);
            if (!before.Of(history.next.Persona).TryFind(history.next.Message, out var entry))
            {
                return true;
            }

            var matters = MailboxChange.Matters(entry, history.next);
            before.Evolve(history.next);
            return matters == (MailEvents.Describe(before) != text);
        });

    [Fact]
    public void UnreadOfAll_IsWhatEachMailboxSays() =>
        MailEvents.Mark(All).Array[0, 40].Sample(marks =>
        {
            var mailboxes = MailEvents.Fold([.. MailEvents.Letters, .. marks]);
            var unread = mailboxes.UnreadOfAll();
            return unread.Values.All(entries => entries.Count > 0 && entries.All(entry => entry.IsUnread))
                && unread.All(pair => pair.Value.SequenceEqual(mailboxes.Of(pair.Key).Unread));
        });

    private static string Describe(IEnumerable<MailEvent> marks) => MailEvents.Describe(MailEvents.Fold([.. MailEvents.Letters, .. marks]));
}
