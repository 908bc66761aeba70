namespace Troupe.MailCli;

/// <summary>
/// What is called by the hundred, by agents and their hooks. The program <c>jules-mail</c> is made of these alone
/// (docs/adr/0009-lean-mail-program.md): they need no more than the rooms below this one.
/// </summary>
public static class DailyVerbs
{
    public static MailVerb[] All =>
    [
        new("send", SendCommand.Build),
        new("inbox", InboxCommand.Build),
        new("read", ReadCommand.BuildRead),
        new("peek", ReadCommand.BuildPeek),
        new("reply", ReplyCommand.Build),
        new("mark-read", desk => MarkCommand.Build(desk, MarkVerb.MarkRead)),
        new("mark-unread", desk => MarkCommand.Build(desk, MarkVerb.MarkUnread)),
        new("ack", desk => MarkCommand.Build(desk, MarkVerb.Ack)),
        new("archive", desk => MarkCommand.Build(desk, MarkVerb.Archive)),
        new("unarchive", desk => MarkCommand.Build(desk, MarkVerb.Unarchive)),
        new("trash", desk => MarkCommand.Build(desk, MarkVerb.Trash)),
        new("restore", desk => MarkCommand.Build(desk, MarkVerb.Restore)),
        new("tag", TagCommand.Build),
        new("thread", ThreadCommand.Build),
        new("sent", SentCommand.Build),
        new("attachment", AttachmentCommand.Build),
        new("check", CheckCommand.Build),
        new("watch", WatchCommand.Build),
        new("reserve", ReserveCommand.Build),
        new("release", ReleaseCommand.Build),
        new("reservations", ReservationsCommand.Build),
    ];
}
