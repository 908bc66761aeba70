using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Analytics;

/// <summary>Finds what fits a query in one segment, from the bytes of its records. For one thread.</summary>
internal sealed class MessageSweep(SearchFilter filter, SegmentFinds finds) : ISweeper
{
    private readonly TextBuffer _text = new();

    public void Take(in SweptRecord record)
    {
        var tail = IdTail.Of(record.Id);
        finds.RecordTails.Add(tail);
        try
        {
            if (record.KindUtf8.SequenceEqual("sent"u8))
            {
                finds.MessageTails.Add(tail);
                TakeMessage(record, tail);
            }
            else if (MailMarks.TryParse(record.KindUtf8, out var mark))
            {
                TakeMark(record, tail, mark);
            }
        }
        catch (FormatException)
        {
            // Whoever folds the mailboxes cannot read it either, and says so; it is no message and no mark.
        }
    }

    private void TakeMessage(in SweptRecord record, ulong tail)
    {
        // What stands within a text has its quotes escaped: this finds members only.
        if (record.PayloadUtf8.IndexOf("\"supersedes\":["u8) >= 0)
        {
            TakeSuperseded(record, tail);
        }

        if (filter.FitsTime(record.TimestampUtf8) && MayHoldTerms(record))
        {
            TakeCandidate(record, tail);
        }
    }

    /// <summary>Most messages do not fit, and that is told from their bytes as they stand.</summary>
    private bool MayHoldTerms(in SweptRecord record) =>
        filter.Terms.IsEmpty
        || filter.Terms.MayOccur(_text.Characters(record.Json))
        || record.PayloadUtf8.IndexOf("\"body_blob\":"u8) >= 0;

    private void TakeCandidate(in SweptRecord record, ulong tail)
    {
        var candidate = new MessageCandidate(filter, _text);
        candidate.Read(record);
        if (candidate.Fits)
        {
            var find = new Find(record.Position, tail, candidate.HasTag);
            if (candidate.Open == 0)
            {
                finds.Hits.Add(find);
            }
            else if (candidate.BodyBlob is { } blob)
            {
                finds.Undecided.Add(new UndecidedFind(find, candidate.Open, blob));
            }
        }
    }

    private void TakeSuperseded(in SweptRecord record, ulong tail)
    {
        var members = record.Members;
        while (members.MoveNext())
        {
            if (members.Name.SequenceEqual("supersedes"u8))
            {
                var ids = RecordItems.Of(members.Value);
                while (ids.MoveNext())
                {
                    finds.Touches.Add(new Touch(IdTail.Of(RecordValue.Id(ids.Current)), record.Position, tail, TouchKind.Other));
                }
            }
        }
    }

    private void TakeMark(in SweptRecord record, ulong tail, MailMark mark)
    {
        var (message, isOurs, tag) = ((RecordId?)null, filter.Query.Persona is null, (string?)null);
        var members = record.Members;
        while (members.MoveNext())
        {
            if (members.Name.SequenceEqual("message"u8))
            {
                message = RecordValue.Id(members.Value);
            }
            else if (members.Name.SequenceEqual("persona"u8))
            {
                isOurs = isOurs || filter.IsPersona(members.Value);
            }
            else if (mark is MailMark.Tagged && members.Name.SequenceEqual("tag"u8))
            {
                tag = RecordValue.Text(members.Value);
            }
        }

        if (isOurs && message is { } id)
        {
            var kind = mark is MailMark.Trashed ? TouchKind.Trashes
                : tag is not null && tag == filter.Query.Tag ? TouchKind.Tags
                : TouchKind.Other;
            finds.Touches.Add(new Touch(IdTail.Of(id), record.Position, tail, kind));
        }
    }
}
