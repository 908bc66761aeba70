using DuckDB.NET.Data;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>Feeds the tables from both logs, each of them read once and only where a query needs it.</summary>
internal sealed class History(TeamHome home, TimeProvider time, DuckDBConnection connection, IReadOnlySet<string> views)
{
    private readonly MailHistory _mail = new(home, time);
    private readonly SprintHistory _sprints = new(home, time);

    public IReadOnlyList<LogDamage> Damage => [.. _mail.Damage, .. _sprints.Damage];

    public IReadOnlyList<string> Unread => [.. _mail.Unread, .. _sprints.Unread];

    public async Task FeedAsync(CancellationToken cancellationToken)
    {
        if (Wants(EventViews.Events) || Wants(MailViews.Messages) || Wants(MailViews.Mailboxes))
        {
            await FeedMailAsync(cancellationToken);
        }

        if (Wants(EventViews.Events) || Wants(SprintViews.Sprints) || Wants(SprintViews.Sessions) || Wants(SprintViews.Patches) || Wants(SprintViews.Conflicts))
        {
            await FeedSprintsAsync(cancellationToken);
        }
    }

    private async Task FeedMailAsync(CancellationToken cancellationToken)
    {
        using (var events = FeedOf(EventViews.Events))
        using (var messages = FeedOf(MailViews.Messages))
        {
            var ordinal = 0L;
            await foreach (var (record, message) in _mail.ReadAsync(withBodies: messages is not null, cancellationToken))
            {
                events?.Add(new EventRow("mail", ++ordinal, record));
                if (message is not null)
                {
                    messages?.Add(message);
                }
            }
        }

        Feed(MailViews.Mailboxes, _mail.Entries(), cancellationToken);
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

        Feed(SprintViews.Sprints, _sprints.Sprints, cancellationToken);
        Feed(SprintViews.Sessions, _sprints.Sessions, cancellationToken);
        Feed(SprintViews.Patches, _sprints.Patches, cancellationToken);
        Feed(SprintViews.Conflicts, _sprints.Conflicts, cancellationToken);
    }

    private void Feed<TRow>(ViewOf<TRow> view, IEnumerable<TRow> rows, CancellationToken cancellationToken)
    {
        using var feed = FeedOf(view);
        foreach (var row in feed is null ? [] : rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            feed!.Add(row);
        }
    }

    /// <summary>Null: nobody asks for it.</summary>
    private TableFeed<TRow>? FeedOf<TRow>(ViewOf<TRow> view) => Wants(view) ? new TableFeed<TRow>(connection, view) : null;

    private bool Wants(View view) => views.Contains(view.Name);
}
