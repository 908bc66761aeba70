using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Engine;

/// <summary>Copies the sealed segments of both logs away before a sprint starts.</summary>
public static class SprintBackup
{
    /// <returns>What went wrong, one line each, for whoever started the sprint.</returns>
    /// <exception cref="TroupeException">A backup failed that <c>mail.backup_required</c> asks for.</exception>
    public static IReadOnlyList<string> Run(Workplace workplace, CancellationToken cancellationToken)
    {
        var settings = workplace.Settings.Mail;
        if (settings.BackupFolder(workplace.Home, workplace.State) is not { } folder)
        {
            return [];
        }

        List<string> problems = [];
        foreach (var (name, log) in new[] { ("mail", workplace.Home.MailFolder), ("sprints", workplace.Home.SprintsFolder) })
        {
            try
            {
                var report = new SegmentBackup(log, Path.Combine(folder, name)).Run(settings.BackupKeep, cancellationToken);
                problems.AddRange(report.Refused.Select(segment =>
                    $"segment {segment} of the {name} log is not what its manifest says and was not copied: run '{(name == "mail" ? "jules-mail" : "troupe sprint")} fsck'"));
            }
            catch (TroupeException failure)
            {
                problems.Add($"the {name} log was not backed up: {failure.Message}");
            }
        }

        return problems.Count == 0 || !settings.BackupRequired
            ? problems
            : throw new TroupeException(ErrorCode.Storage, $"{string.Join('\n', problems)}\nThe sprint was not started: mail.backup_required asks for the backup.");
    }
}
