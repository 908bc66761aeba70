using System.CommandLine;
using Troupe.Cli.Sprints;
using Troupe.Core;
using Troupe.Engine;
using Troupe.Shell;

namespace Troupe.Cli.Weave;

/// <summary><c>troupe weave ack|reject PATCH</c>: the lead's answer to a held patch.</summary>
internal static class HeldAnswerCommand
{
    private delegate Task<bool> Saying(HeldAnswers answers, HeldChoice choice, string by, string? reason, CancellationToken cancellationToken);

    public static Command BuildAck(CliContext context) => Build(
        context,
        "ack",
        "Agree to a held patch: exactly this one takes part in the next weave of its sprint. Only the lead may.",
        new Option<string?>("--reason") { Description = "Why, for the record", HelpName = "TEXT" },
        (answers, choice, by, reason, token) => answers.AckAsync(choice, by, reason, token));

    public static Command BuildReject(CliContext context) => Build(
        context,
        "reject",
        "Do not agree to a held patch: its persona is told why, and may redo it while attempts are left. Only the lead may.",
        new Option<string?>("--reason") { Description = "Why; the persona reads it", HelpName = "TEXT", Required = true },
        (answers, choice, by, reason, token) => answers.RejectAsync(choice, by, reason!, token));

    private static Command Build(CliContext context, string verb, string description, Option<string?> reason, Saying say)
    {
        var patch = new Argument<string>("PATCH") { Description = "A patch id as 'troupe weave held' shows it (6 digits or more), or its session" };
        var json = JsonOption.Create("docs/specs/weave.md");
        reason.Validators.Add(given =>
        {
            if (given.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                given.AddError("--reason is empty: say why, or leave it out where it is not required.");
            }
        });
        var command = new Command(verb, description) { patch, reason, json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            LeadOnly.Require(context, verb);
            var desk = new SprintDesk(context);
            var workplace = await desk.OpenAsync(cancellationToken);
            var ledger = await desk.ReadAsync(workplace, cancellationToken);
            var choice = HeldChoice.Find(ledger, arguments.GetRequiredValue(patch));
            var by = await LeadName.ReadAsync(workplace.Repository, cancellationToken);
            var isNew = await say(new HeldAnswers(workplace, ledger), choice, by, arguments.GetValue(reason), cancellationToken);
            return await GiveAsync(context, workplace, HeldChoice.Find(ledger, choice.Held.Patch.Value), isNew, arguments.GetValue(json), cancellationToken);
        });
        return command;
    }

    private static async Task<int> GiveAsync(
        CliContext context, Workplace workplace, HeldChoice choice, bool isNew, bool json, CancellationToken cancellationToken)
    {
        var isRun = await SprintDesk.RunnerOfAsync(workplace, choice.Sprint, cancellationToken) is not null;
        var output = new HeldAnswerOutput { Changed = isNew, Next = HeldNext.Of(choice, isRun), Held = HeldEntry.Of(choice) };
        context.Terminal.Answer(json, output, HeldOutputJson.Default.HeldAnswerOutput, () =>
        [
            $"{choice.Held.Patch.Value[..HeldReport.ShortId]} of {choice.Held.Event.Session.Persona}: {output.Held.State}{(isNew ? "" : ", as it was already")}",
            Printable.Escape(output.Next),
        ]);
        return ExitCodes.Success;
    }
}
