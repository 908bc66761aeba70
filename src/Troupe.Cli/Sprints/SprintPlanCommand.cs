using System.CommandLine;
using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.Engine;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary><c>sprint plan</c>: what a sprint that started now would be. Writes nothing.</summary>
internal static class SprintPlanCommand
{
    private const int Label = 8;

    public static Command Build(SprintDesk desk)
    {
        var options = new SprintOptions();
        var command = new Command("plan", "Show who would run, in which mode, from which base, and why; writes nothing.");
        options.AddTo(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var workplace = await desk.OpenAsync(cancellationToken);
            var ledger = await desk.ReadAsync(workplace, cancellationToken);
            var starter = new SprintStarter(workplace, ledger);
            var plan = await starter.PlanAsync(options.Read(arguments), cancellationToken);
            desk.Terminal.Answer(desk.WantsJson(arguments), SprintPlan.Of(plan), CommandJson.Default.SprintPlan, () => Lines(plan));
            Warn(desk, ledger, starter, plan);
            return ExitCodes.Success;
        });
        return command;
    }

    private static IEnumerable<string> Lines(SprintStarted plan) =>
    [
        $"sprint {plan.Sprint}, {ModeWord.Of(plan.Mode)}: {plan.Reason}",
        .. Row("base", $"{plan.Base.Value[..10]}: {plan.BaseReason}"),
        .. Row("branch", plan.Land == LandingPlace.Target ? $"{plan.Branch}, then {plan.Target} is moved forward to it" : $"{plan.Branch}, meant for {plan.Target}"),
        .. Row("who", string.Join(", ", plan.Personas)),
    ];

    private static IEnumerable<string> Row(string label, string text) => WrappedText.Lines(text, WrappedText.Columns - Label)
        .Select((line, row) => (row == 0 ? label : "").PadRight(Label) + line);

    /// <summary>What would keep it from beginning. A plan may be made anywhere, so it is no failure here.</summary>
    private static void Warn(SprintDesk desk, SprintLedger ledger, SprintStarter starter, SprintStarted plan)
    {
        if (ledger.Latest is { Ended: null } open)
        {
            desk.Terminal.Say($"warning: sprint {open.Number} has not ended, and this one cannot begin before: 'troupe sprint resume' or 'troupe sprint abort'");
        }

        try
        {
            starter.RequirePrograms(plan);
        }
        catch (TroupeException failure) when (failure.Code == ErrorCode.Agent)
        {
            desk.Terminal.Say($"warning: {failure.Message}");
        }
    }
}
