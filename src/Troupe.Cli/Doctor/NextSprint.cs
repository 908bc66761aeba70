using Troupe.Cli.Sessions;
using Troupe.Core;
using Troupe.Engine;
using Troupe.Shell;

namespace Troupe.Cli.Doctor;

/// <summary>Where a sprint that began now would start, where its work would go, and which settings would judge it.</summary>
internal sealed record NextSprint(Workplace Workplace, SprintLedger Ledger, string Target, CommitId Start, Settings Judges)
{
    /// <summary>Null: it could not begin. Why is among the findings by then, of this look or of those before it.</summary>
    public static async Task<NextSprint?> FindAsync(CliContext context, List<Finding> findings, CancellationToken cancellationToken)
    {
        Workplace workplace;
        SprintLedger ledger;
        try
        {
            workplace = await WorkplaceOpening.OpenAsync(
                context.WorkingDirectory, context.Environment, HostProgramPath.Of(context), context.Time, cancellationToken);
            ledger = new SprintLedger(workplace.SprintLog);
            await ledger.RefreshAsync(cancellationToken);
        }
        catch (TroupeException)
        {
            // Settings, personas, the state folder and the logs were looked at one by one: that is told already.
            return null;
        }

        try
        {
            var (target, start) = await new SprintStarter(workplace, ledger).OriginAsync(new SprintWish(), cancellationToken);
            return new NextSprint(workplace, ledger, target, start.Commit, await TipSettings.ReadAsync(workplace, start.Commit, cancellationToken));
        }
        catch (TroupeException failure)
        {
            // The message says what to do.
            findings.Add(new Finding(failure.Code == ErrorCode.InvalidSettings ? "checks" : "target", FindingStatus.Problem, failure.Message));
            return null;
        }
    }
}
