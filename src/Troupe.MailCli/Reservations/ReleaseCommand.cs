using System.CommandLine;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary><c>release GLOB…|--all</c>: ends reservations of one's own before their time.</summary>
internal static class ReleaseCommand
{
    public static Command Build(MailDesk desk)
    {
        var patterns = PathArguments.Create(ArgumentArity.ZeroOrMore);
        var all = new Option<bool>("--all") { Description = "All that you hold" };
        var command = new ExampleCommand("release", "End reservations of your own.", "jules-mail release src/parser", "jules-mail release --all") { patterns, all };
        command.Validators.Add(result =>
        {
            if (result.GetValue(all) == (result.GetValue(patterns)?.Length > 0))
            {
                result.AddError("Name the patterns as they were reserved, or give --all.");
            }
        });
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var ended = await desk.Office.Reservations.ReleaseAsync(desk.Persona(arguments), PathArguments.Read(arguments, patterns), cancellationToken);
            if (desk.WantsJson(arguments))
            {
                desk.Terminal.Json(new ReservationsOutput([.. ended.Select(ReservationOutput.Of)], Overlapping: null), MailOutputJson.Default.ReservationsOutput);
            }
            else
            {
                desk.Terminal.Say($"{Plural.Of(ended.Count, "reservation")} ended");
            }

            return ExitCodes.Success;
        });
        return command;
    }
}
