using Troupe.Cli.Logs;
using Troupe.EventLog;
using Troupe.Mail;
using Troupe.MailCli;
using Troupe.Shell;

namespace Troupe.Cli.Mail;

/// <summary>What <c>troupe sprint</c> can do with its log, for the log of the mail.</summary>
internal static class MailLogVerbs
{
    public static IReadOnlyList<MailVerb> All { get; } =
    [
        new("fsck", desk => FsckCommand.Build(PlaceOf(desk), desk.Terminal)),
        new("repair", desk => RepairCommand.Build(PlaceOf(desk), desk.Terminal)),
        new("stats", desk => StatsCommand.Build(PlaceOf(desk), desk.Context)),
    ];

    private static LogPlace PlaceOf(MailDesk desk) => new(CalledName.Mail, "mail", () => desk.Home.MailFolder, desk.WantsJson)
    {
        CheckBesides = async (folder, cancellationToken) =>
        [
            .. await new MailBlobCheck(desk.Home, desk.Context.Time).RunAsync(cancellationToken),
            .. await new CheckpointCheck(folder, new FileEventLog(folder, desk.Context.Time)).RunAsync(cancellationToken),
        ],
    };
}
