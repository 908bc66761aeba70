using System.CommandLine;
using Troupe.Cli.Sessions;
using Troupe.Core;
using Troupe.Engine;
using Troupe.MailCli;
using Troupe.Shell;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>What the sprint commands share: the workplace, the options, the way a sprint is printed.</summary>
internal sealed class SprintDesk(CliContext context)
{
    public Terminal Terminal => context.Terminal;

    public TimeProvider Time => context.Time;

    public Option<bool> JsonOption { get; } = Shell.JsonOption.Create(recursive: true);

    public bool WantsJson(ParseResult arguments) => arguments.GetValue(JsonOption);

    public Task<Workplace> OpenAsync(CancellationToken cancellationToken) => WorkplaceOpening.OpenAsync(
        context.WorkingDirectory, context.Environment, HostProgramPath.Of(context), context.Time, cancellationToken);

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

    /// <summary>A backup or a retention that failed is said, and stops nothing.</summary>
    public void WarnOfUpkeep(Orchestrator orchestrator) =>
        orchestrator.UpkeepProblems.ToList().ForEach(problem => Terminal.Say($"warning: {problem}"));

    /// <summary>For when nobody runs the sprint any more: mail that it has left wakes whoever it is for, where that is wanted.</summary>
    public void WakeTheIdle() => DeliveryStart.AfterSprint(new MailDesk(context));

    /// <summary>What may surprise about a sprint, said before anybody works.</summary>
    public async Task CautionAsync(Workplace workplace, SprintStarted start, CancellationToken cancellationToken)
    {
        foreach (var caution in await SprintCautions.OfAsync(workplace, start.Target, start.Base, cancellationToken))
        {
            Terminal.Say($"warning: {caution}");
        }

        if (GitCheckout.TryFind(context.WorkingDirectory, out var here) && here.IsLinked)
        {
            Terminal.Say($"note: this is a linked worktree; .team, HEAD and the target are those of {Printable.Escape(workplace.Home.RepositoryFolder)}");
        }
    }

    /// <summary>The sprint that was named, or the latest.</summary>
    public static SprintState Pick(SprintLedger ledger, int? number) =>
        ledger.Require(number ?? ledger.Latest?.Number ?? 0);

    /// <summary>A command that needs no more than the workplace.</summary>
    public Command Command(string name, string description, Func<Workplace, bool, CancellationToken, Task<int>> run)
    {
        var command = new Command(name, description);
        command.SetAction(async (arguments, cancellationToken) =>
            await run(await OpenAsync(cancellationToken), WantsJson(arguments), cancellationToken));
        return command;
    }

    /// <summary>What a person sees while a sprint of this workplace runs.</summary>
    public SprintView ViewOf(Workplace workplace, bool json) =>
        SprintView.For(Terminal, Time, json, new SessionLogs(workplace.State.SessionsFolder));

    /// <summary>Prints a sprint that was asked for: whatever came of it, that is a success.</summary>
    public async Task<int> ShowAsync(Workplace workplace, SprintState state, bool json, CancellationToken cancellationToken)
    {
        var runner = await RunnerOfAsync(workplace, state, cancellationToken);
        await ReportAsync(workplace, state, runner, json, cancellationToken);
        return ExitCodes.Success;
    }

    /// <summary>Which process runs a sprint that has not ended; null: nobody does.</summary>
    public static async Task<SprintRunner?> RunnerOfAsync(Workplace workplace, SprintState state, CancellationToken cancellationToken) =>
        state.Ended is null ? await Orchestrator.RunnerAsync(workplace, cancellationToken) : null;

    /// <summary>Prints a sprint and gives the exit code that it stands for.</summary>
    /// <param name="runner">Who runs it besides this process.</param>
    public async Task<int> ReportAsync(
        Workplace workplace, SprintState state, SprintRunner? runner, bool json, CancellationToken cancellationToken)
    {
        var landed = await LandedWork.ReadAsync(workplace.Repository, state, cancellationToken);
        var report = SprintReport.Of(state, Time.GetUtcNow(), landed.Subjects);
        report = report with { Target = report.Target with { Merge = landed.Merge }, Runner = runner };
        var isVerified = await SprintCautions.HasChecksAsync(workplace, state.Start.Base, cancellationToken);
        Terminal.Answer(
            json,
            report,
            SprintReportJson.Default.SprintReport,
            () => SprintSummary.Lines(report, new SessionLogs(workplace.State.SessionsFolder), isVerified));
        return report.IsComplete ? ExitCodes.Success : ExitCodes.Incomplete;
    }
}
