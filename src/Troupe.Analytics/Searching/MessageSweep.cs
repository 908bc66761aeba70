using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Analytics;

/// <summary>Finds what fits a query in one segment, from the bytes of its records. For one thread.</summary>
internal sealed class MessageSweep(SearchFilter filter, SegmentFinds finds) : ISweeper
{
    // Looked for in every message: a scan, since the library's own search takes half as many bytes at once in a native program.
    private static readonly TextScan Supersedes = TextScan.For("\"supersedes\":[")!;
    private static readonly TextScan BodyBlob = TextScan.For("\"body_blob\":")!;

    private readonly TextBuffer _text = new();

    public void Take(in SweptRecord record)
    {
        finds.AddRecord(record.IdTail);
        try
        {
            if (record.KindUtf8.SequenceEqual("sent"u8))
            {
                finds.MarkMessage();
                TakeMessage(record);
            }
            else if (MailMarks.TryParse(record.KindUtf8, out var mark))
            {
                TakeMark(record, mark);
            }
        }
        catch (FormatException)
        {
            // Whoever folds the mailboxes cannot read it either, and says so; it is no message and no mark.
        }
    }

    private void TakeMessage(in SweptRecord record)
    {
        var payload = record.AroundPayloadUtf8;
        if (Supersedes.IndexIn(payload) >= 0)
        {
            TakeSuperseded(record);
        }

        if (!finds.IsPostponed && filter.FitsTime(record.TimestampUtf8)
            && (filter.Terms.IsEmpty || filter.Terms.MayOccur(record) || BodyBlob.IndexIn(payload) >= 0))
        {
            TakeCandidate(record);
        }
    }

    private void TakeCandidate(in SweptRecord record)
    {
        var candidate = new MessageCandidate(filter, _text);
        candidate.Read(record);
        if (candidate.Fits)
        {
            var find = new Find(record.Position, record.IdTail, candidate.HasTag);
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

    private void TakeSuperseded(in SweptRecord record)
    {
        var members = record.Members;
        while (members.MoveNext())
        {
            if (members.Name.SequenceEqual("supersedes"u8))
            {
                var ids = RecordItems.Of(members.Value);
                while (ids.MoveNext())
                {
                    finds.AddTouch(IdTail.Of(RecordValue.Id(ids.Current)), record, TouchKind.Other);
                }
            }
        }
    }

    private void TakeMark(in SweptRecord record, MailMark mark)
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
            finds.AddTouch(IdTail.Of(id), record, kind);
        }
    }
}
