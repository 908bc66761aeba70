using System.CommandLine;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary><c>reservations [GLOB…]</c>: what holds now, everybody's.</summary>
internal static class ReservationsCommand
{
    public static Command Build(MailDesk desk)
    {
        var patterns = PathArguments.Create(ArgumentArity.ZeroOrMore);
        var command = new ExampleCommand("reservations", "List who holds what; with patterns, only what overlaps them.", "jules-mail reservations", "jules-mail reservations src/parser --json") { patterns };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var wanted = PathArguments.Read(arguments, patterns);
            var held = await desk.Office.Reservations.HeldAsync(cancellationToken);
            var shown = held.Where(one => wanted.Count == 0 || wanted.Any(one.Pattern.Overlaps)).ToList();
            desk.Terminal.Answer(
                desk.WantsJson(arguments), new ReservationsOutput([.. shown.Select(ReservationOutput.Of)], Overlapping: null), MailOutputJson.Default.ReservationsOutput,
                () => shown.Select(ReservationOutput.Words));
            if (shown.Count == 0 && !desk.WantsJson(arguments))
            {
                desk.Terminal.Say("nothing is reserved");
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
