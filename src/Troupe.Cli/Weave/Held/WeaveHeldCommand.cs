using System.CommandLine;
using Troupe.Cli.Sprints;
using Troupe.Core;
using Troupe.Engine;
using Troupe.Shell;
using Troupe.Sprints;

namespace Troupe.Cli.Weave;

/// <summary><c>troupe weave held</c>: which patches of sprints wait for the lead.</summary>
internal static class WeaveHeldCommand
{
    public static Command Build(CliContext context)
    {
        var all = new Option<bool>("--all") { Description = "Also those that have been answered" };
        var json = JsonOption.Create("docs/specs/weave.md");
        var command = new Command("held", "List the patches of sprints that wait for a human's agreement.") { all, json };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var desk = new SprintDesk(context);
            var workplace = await desk.OpenAsync(cancellationToken);
            var ledger = await desk.ReadAsync(workplace, cancellationToken);
            var choices = HeldChoice.All(ledger)
                .Where(choice => arguments.GetValue(all) || choice.Standing is HeldStanding.Waiting || (choice.Standing is HeldStanding.Acked && choice.Sprint.Number == ledger.Latest?.Number))
                .ToList();
            context.Terminal.Answer(
                arguments.GetValue(json), new HeldOutput { Held = [.. choices.Select(HeldEntry.Of)] }, HeldOutputJson.Default.HeldOutput, () => Lines(choices));
            return ExitCodes.Success;
        });
        return command;
    }

    private static IEnumerable<string> Lines(IReadOnlyList<HeldChoice> choices)
    {
        if (choices.Count == 0)
        {
            return ["No patch waits for anybody."];
        }

        var rows = TextTable.Lines([.. choices.Select(choice => new[]
        {
            choice.Held.Patch.Value[..HeldReport.ShortId],
            HeldEntry.Word(choice),
            $"sprint {choice.Sprint.Number}",
            $"{choice.Held.Event.Session.Persona}",
            Printable.Escape(WrappedText.FirstLine(choice.Held.Event.Reason)),
        })]);
        return [.. rows, "", "'troupe weave explain PATCH' shows one; 'troupe weave ack PATCH' agrees to it, 'troupe weave reject PATCH --reason TEXT' does not."];
    }
}
