using System.CommandLine;
using Troupe.Core;
using Troupe.Engine;
using Troupe.MailCli;
using Troupe.Shell;
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
            var use = plan.Land == LandingPlace.Target
                ? await TargetInUse.FindAsync(workplace.Repository, plan.Target, cancellationToken)
                : null;
            var held = await workplace.PostOffice.Reservations.HeldAsync(cancellationToken);
            desk.Terminal.Answer(
                desk.WantsJson(arguments), SprintPlan.Of(plan, held), CommandJson.Default.SprintPlan,
                () => [.. Lines(plan, use is not null), .. held.SelectMany((one, index) => Row(index == 0 ? "held" : "", ReservationOutput.Words(one)))]);
            if (use is not null)
            {
                desk.Terminal.Say($"warning: {TargetInUse.Words(use)}: it will not be moved, and 'troupe sprint run' will exit with 1");
            }

            await WarnAsync(desk, workplace, ledger, plan, cancellationToken);
            return ExitCodes.Success;
        });
        return command;
    }

    private static IEnumerable<string> Lines(SprintStarted plan, bool isTargetInUse) =>
    [
        $"sprint {plan.Sprint}, {ModeWord.Of(plan.Mode)}: {plan.Reason}",
        .. Row("base", $"{plan.Base.Value[..10]}: {plan.BaseReason}"),
        .. Row("branch", plan.Land == LandingPlace.Target && !isTargetInUse ? $"{plan.Branch}, then {plan.Target} is moved forward to it" : $"{plan.Branch}, meant for {plan.Target}"),
        .. Row("who", string.Join(", ", plan.Personas)),
    ];

    private static IEnumerable<string> Row(string label, string text) => WrappedText.Lines(text, WrappedText.Columns - Label)
        .Select((line, row) => (row == 0 ? label : "").PadRight(Label) + line);

    /// <summary>What would keep it from beginning. A plan may be made anywhere, so it is no failure here.</summary>
    private static async Task WarnAsync(
        SprintDesk desk, Workplace workplace, SprintLedger ledger, SprintStarted plan, CancellationToken cancellationToken)
    {
        await desk.CautionAsync(workplace, plan, cancellationToken);
        if (ledger.Latest is { Ended: null } open)
        {
            desk.Terminal.Say($"warning: sprint {open.Number} has not ended, and this one cannot begin before: 'troupe sprint resume' or 'troupe sprint abort'");
        }

        try
        {
            await new SprintStarter(workplace, ledger).RequireProgramsAsync(plan, cancellationToken);
        }
        catch (TroupeException failure) when (failure.Code == ErrorCode.Agent)
        {
            desk.Terminal.Say($"warning: {failure.Message}");
        }
    }
}
