using System.CommandLine;
using Troupe.Cli.Shell;
using Troupe.Engine;

namespace Troupe.Cli.Sprints;

/// <summary><c>sprint plan</c>: what a sprint that started now would be. Writes nothing.</summary>
internal static class SprintPlanCommand
{
    public static Command Build(SprintDesk desk)
    {
        var options = new SprintOptions();
        var command = new Command("plan", "Show who would run, in which mode, from which base, and why; writes nothing.");
        options.AddTo(command);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var workplace = await desk.OpenAsync(cancellationToken);
            var ledger = await desk.ReadAsync(workplace, cancellationToken);
            var plan = await new SprintStarter(workplace, ledger).PlanAsync(options.Read(arguments), cancellationToken);
            if (desk.WantsJson(arguments))
            {
                desk.Terminal.Json(SprintPlan.Of(plan), SprintOutputJson.Default.SprintPlan);
                return ExitCodes.Success;
            }

            desk.Terminal.Data($"sprint {plan.Sprint}, {SprintPlan.Of(plan).Mode}: {plan.Reason}");
            desk.Terminal.Data($"base    {plan.Base} (target {plan.Target})");
            desk.Terminal.Data($"branch  {plan.Branch}");
            desk.Terminal.Data($"who     {string.Join(", ", plan.Personas)}");
            return ExitCodes.Success;
        });
        return command;
    }
}
