namespace Troupe.Analytics;

/// <summary>All that queries can select from: the one schema, from which tables, <c>--schema</c> and the reference are made.</summary>
public static class Views
{
    public static IReadOnlyList<View> All { get; } =
    [
        MailViews.Messages, MailViews.Mailboxes, EventViews.Events, MailViews.Threads,
        SprintViews.Sprints, SprintViews.Sessions, SprintViews.Patches, SprintViews.Conflicts,
    ];

    public static View? Find(string name) => All.FirstOrDefault(view => view.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
}
