using DuckDB.NET.Data;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>Feeds the tables from both logs, each of them read once and only where a query needs it.</summary>
internal sealed class History(TeamHome home, TimeProvider time, DuckDBConnection connection, ScannedColumns scanned)
{
    private readonly MailHistory _mail = new(home, time);
    private readonly SprintHistory _sprints = new(home, time);

    public IReadOnlyList<LogDamage> Damage => [.. _mail.Damage, .. _sprints.Damage];

    public IReadOnlyList<string> Unread => [.. _mail.Unread, .. _sprints.Unread];

    public async Task FeedAsync(CancellationToken cancellationToken)
    {
        if (scanned.Reads(EventViews.Events) || scanned.Reads(MailViews.Messages) || scanned.Reads(MailViews.Mailboxes))
        {
            await FeedMailAsync(cancellationToken);
        }

        if (scanned.Reads(EventViews.Events) || scanned.Reads(SprintViews.Sprints) || scanned.Reads(SprintViews.Sessions) || scanned.Reads(SprintViews.Patches) || scanned.Reads(SprintViews.Conflicts))
        {
            await FeedSprintsAsync(cancellationToken);
        }
    }

    private async Task FeedMailAsync(CancellationToken cancellationToken)
    {
        var withBodies = scanned.Reads(MailViews.Messages, "body") || scanned.Reads(MailViews.Messages, "redacted");
        using (var events = FeedOf(EventViews.Events))
        using (var messages = FeedOf(MailViews.Messages))
        {
            var ordinal = 0L;
            await foreach (var record in _mail.ReadAsync(scanned.Reads(MailViews.Mailboxes), cancellationToken))
            {
                events?.Add(new EventRow("mail", ++ordinal, record));
                if (messages is not null && await _mail.MessageAsync(record, withBodies, cancellationToken) is { } message)
                {
                    messages.Add(message);
                }
            }
        }

        Feed(MailViews.Mailboxes, () => _mail.Entries(), cancellationToken);
    }

    private async Task FeedSprintsAsync(CancellationToken cancellationToken)
    {
        using (var events = FeedOf(EventViews.Events))
        {
            var ordinal = 0L;
            await foreach (var record in _sprints.ReadAsync(cancellationToken))
            {
                events?.Add(new EventRow("sprints", ++ordinal, record));
            }
        }

        Feed(SprintViews.Sprints, () => _sprints.Sprints, cancellationToken);
        Feed(SprintViews.Sessions, () => _sprints.Sessions, cancellationToken);
        Feed(SprintViews.Patches, () => _sprints.Patches, cancellationToken);
        Feed(SprintViews.Conflicts, () => _sprints.Conflicts, cancellationToken);
    }

    private void Feed<TRow>(ViewOf<TRow> view, Func<IEnumerable<TRow>> rows, CancellationToken cancellationToken)
    {
        using var feed = FeedOf(view);
        foreach (var row in feed is null ? [] : rows())
        {
            cancellationToken.ThrowIfCancellationRequested();
            feed!.Add(row);
        }
    }

    /// <summary>Null: nobody asks for it.</summary>
    private TableFeed<TRow>? FeedOf<TRow>(ViewOf<TRow> view) => scanned.Reads(view) ? new TableFeed<TRow>(connection, view, scanned) : null;
}
