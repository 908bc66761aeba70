using Troupe.Engine;
using Troupe.EventLog;
using Troupe.Sprints;

namespace Troupe.Server.Mcp.Tools;

/// <summary><c>weave_status</c>: where the latest sprint stands, told from its log alone: no git, no lease, nothing that a running sprint notices.</summary>
internal sealed class WeaveStatusTool(MailDoor door) : MailTool<NoArguments, WeaveStatusAnswer>(
    "weave_status",
    "Tell where the latest sprint stands: whose patches landed, who runs again and why, and with what your own patch collided.",
    ToolEffect.ReadsOnly)
{
    protected override async Task<WeaveStatusAnswer> RunAsync(NoArguments arguments, CancellationToken cancellationToken)
    {
        var ledger = new SprintLedger(new FileEventLog(door.Identity.Home.SprintsFolder, door.Identity.Time));
        await ledger.RefreshAsync(cancellationToken);
        if (ledger.Latest is not { } state)
        {
            return new WeaveStatusAnswer(Sprint: null, [], Own: null, [], ledger.Losses);
        }

        var report = SprintReport.Of(state, door.Identity.Time.GetUtcNow());
        return new WeaveStatusAnswer(
            new SprintView(report.Sprint, report.State, report.Ticks, report.Base, report.Branch, report.Landed.Count, report.Personas.Count),
            report.Standings,
            report.Standings.FirstOrDefault(standing => standing.Persona == door.Persona.Value),
            [.. report.Conflicts.Where(conflict => conflict.Persona == door.Persona.Value)],
            ledger.Losses);
    }
}
