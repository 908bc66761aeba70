using System.CommandLine;
using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.Engine;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>What the sprint commands share: the workplace, the options, the way a sprint is printed.</summary>
internal sealed class SprintDesk(CliContext context)
{
    public Terminal Terminal => context.Terminal;

    public TimeProvider Time => context.Time;

    public Option<bool> JsonOption { get; } = new("--json") { Description = "Data for programs (docs/specs/sprint-log.md)", Recursive = true };

    public bool WantsJson(ParseResult arguments) => arguments.GetValue(JsonOption);

    public Task<Workplace> OpenAsync(CancellationToken cancellationToken) => WorkplaceOpening.OpenAsync(
        context.WorkingDirectory, context.Environment, ThisProgram.Of(context), context.Time, cancellationToken);

    /// <summary>The sprint log, read without becoming its orchestrator.</summary>
    public async Task<SprintLedger> ReadAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var ledger = new SprintLedger(workplace.SprintLog);
        await ledger.RefreshAsync(cancellationToken);
        Warn(ledger);
        return ledger;
    }

    /// <summary>Damage in the log is said, never passed over.</summary>
    public void Warn(SprintLedger ledger) => ledger.Losses.ToList().ForEach(loss => Terminal.Say($"warning: {Printable.Escape(loss)}"));

    /// <summary>The sprint that was named, or the latest.</summary>
    public static SprintState Pick(SprintLedger ledger, int? number) =>
        ledger.Require(number ?? ledger.Latest?.Number ?? 0);

    /// <summary>Prints a sprint and gives the exit code that it stands for.</summary>
    public int Report(SprintState state, bool json)
    {
        var report = SprintReport.Of(state, Time.GetUtcNow());
        if (json)
        {
            Terminal.Json(report, SprintReportJson.Default.SprintReport);
        }
        else
        {
            SprintSummary.Lines(report).ToList().ForEach(Terminal.Data);
        }

        return report is { State: "completed", Skips.Count: 0 } ? ExitCodes.Success : ExitCodes.Incomplete;
    }

    public static SprintMode? ParseMode(string? text) => text switch
    {
        null => null,
        "parallel" => SprintMode.Parallel,
        "sequential" or "cycle" => SprintMode.Sequential,
        _ => throw new TroupeException(
            ErrorCode.InvalidArgument,
            $"There is no mode '{Printable.Escape(text)}'{Suggestion.Hint(text, ["parallel", "sequential", "cycle"])} "
            + "The modes are parallel and sequential (alias cycle)."),
    };
}
