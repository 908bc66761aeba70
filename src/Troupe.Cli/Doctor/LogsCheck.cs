using Troupe.Core;
using Troupe.Engine;
using Troupe.EventLog;
using Troupe.Shell;

namespace Troupe.Cli.Doctor;

/// <summary>Whether the mail log and the sprint log can be read from end to end.</summary>
internal static class LogsCheck
{
    private const string Name = "logs";

    public static async Task RunAsync(TeamHome home, CliContext context, List<Finding> findings, CancellationToken cancellationToken)
    {
        try
        {
            var mail = new FileEventLog(home.MailFolder, context.Time);
            await foreach (var _ in mail.ReadAsync(Position.Start, cancellationToken))
            {
                // Reading finds the damage.
            }

            var ledger = new SprintLedger(new FileEventLog(home.SprintsFolder, context.Time));
            await ledger.RefreshAsync(cancellationToken);
            List<string> losses = [.. mail.Damage.Where(damage => damage.LostRecords).Select(damage => damage.ToString()), .. ledger.Losses];
            findings.Add(losses.Count == 0
                ? Finding.Fine(Name, "mail log and sprint log are whole")
                : Finding.Warn(
                    Name,
                    Printable.Escape(string.Join("; ", losses)),
                    "Nothing has to be done: both go on after the gap. Restore the file from a backup if what is lost matters."));
        }
        catch (TroupeException failure)
        {
            findings.Add(Finding.Bad(Name, failure.Message, "Make the logs in .team readable, or restore them from a backup."));
        }
    }
}
