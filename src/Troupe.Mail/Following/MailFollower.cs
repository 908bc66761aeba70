using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// The mail of one persona as it comes, each message at least once: its cursor is moved only when somebody has taken what came before
/// it. Without a cursor it begins with what is unread.
/// </summary>
public sealed class MailFollower
{
    private const int LargestBatch = 64;

    /// <summary>After so many records without mail for the persona the cursor is worth moving, too.</summary>
    private const int LongestSilence = 2000;

    private readonly PostOffice _office;
    private readonly IEventLog _log;
    private readonly PersonaId _persona;
    private readonly BookmarkFile _cursor;
    private readonly MailInterest _interest;
    private Position _next;
    private int _silence;
    private bool _hasPlace;
    private (Position Until, HashSet<RecordId> Unread)? _beginning;

    internal MailFollower(PostOffice office, IEventLog log, PersonaId persona, string cursorFile)
    {
        (_office, _log, _persona) = (office, log, persona);
        _cursor = new BookmarkFile(cursorFile);
        _interest = new MailInterest(persona);
    }

    /// <summary>Finds the place to go on from. To be called first.</summary>
    public async Task<FollowStart> StartAsync(bool fromNow, CancellationToken cancellationToken)
    {
        var bookmark = fromNow ? null : _cursor.Read();
        if (bookmark is { } at && await at.FindAsync(_log, cancellationToken) is { } found)
        {
            (_next, _hasPlace) = (found, true);
            return FollowStart.Resumed;
        }

        var mailboxes = await _office.FoldAsync(_persona, cancellationToken);
        _beginning = (mailboxes.Next, fromNow ? [] : [.. mailboxes.Of(_persona).Unread.Select(entry => entry.Message.Id)]);
        return bookmark is null ? FollowStart.Begun : FollowStart.CursorLost;
    }

    /// <summary>What has come since the last batch; its messages are durable. Empty: nothing for now.</summary>
    public async Task<MailBatch> NextAsync(CancellationToken cancellationToken)
    {
        List<Message> messages = [];
        LogBookmark? last = null;
        await foreach (var record in _log.ReadAsync(_next, cancellationToken))
        {
            if (Taken(record) is { } message)
            {
                messages.Add(message);
            }

            (last, _next, _silence) = (LogBookmark.Of(record), record.Next, _silence + 1);
            if (messages.Count == LargestBatch)
            {
                break;
            }
        }

        if (messages.Count > 0)
        {
            await _log.SyncAsync(_next, cancellationToken);
        }

        return new MailBatch(messages, last);
    }

    /// <summary>The batch has been handed on: from now on nobody gets it again from this cursor.</summary>
    public async Task TookAsync(MailBatch batch, CancellationToken cancellationToken)
    {
        if (batch.Last is not { } last || (batch.Messages.Count == 0 && _hasPlace && _silence < LongestSilence))
        {
            return;
        }

        await _log.SyncAsync(_next, cancellationToken);
        _cursor.Write(last);
        (_silence, _hasPlace) = (0, true);
    }

    private Message? Taken(LogRecord record)
    {
        if (!MailEventCodec.IsSent(record) || !_interest.Concerns(record) || Decoded(record) is not { } message || !message.Recipients.Contains(_persona))
        {
            return null;
        }

        return _beginning is { } beginning && record.Position < beginning.Until && !beginning.Unread.Contains(message.Id) ? null : message;
    }

    /// <summary>A record that makes no sense is told by every list of the mailbox; a follower goes on.</summary>
    private static Message? Decoded(LogRecord record)
    {
        try
        {
            return (MailEventCodec.Decode(record) as MailEvent.Sent)?.Message;
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
