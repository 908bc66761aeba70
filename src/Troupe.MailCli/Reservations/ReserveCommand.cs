using System.CommandLine;
using Troupe.Core;
using Troupe.Mail;
using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary><c>reserve GLOB…</c>: "I am editing these paths", for others to see. It is advice, unless <c>--exclusive</c> is asked for.</summary>
internal static class ReserveCommand
{
    private const string DefaultTime = "30m";

    public static Command Build(MailDesk desk)
    {
        var patterns = PathArguments.Create(ArgumentArity.OneOrMore);
        var ttl = new Option<string>("--ttl") { Description = $"How long, such as 90s, 30m or 2h. Default: {DefaultTime}", HelpName = "TIME" };
        var reason = new Option<string?>("--reason") { Description = "What you are doing there, in a few words", HelpName = "TEXT" };
        var exclusive = new Option<bool>("--exclusive") { Description = "Only if nobody else holds anything there; otherwise exit code 7" };
        var command = new ExampleCommand(
            "reserve", "Tell the others which paths you are editing.", "jules-mail reserve src/parser --ttl 1h --reason \"new lexer\"", "jules-mail reserve 'docs/**/*.md' --exclusive") { patterns, ttl, reason, exclusive };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var persona = desk.Persona(arguments);
            var paths = PathArguments.Read(arguments, patterns);
            var outcome = await desk.Office.Reservations.ReserveAsync(
                persona, paths, TimeArgument.Parse(arguments.GetValue(ttl) ?? DefaultTime), arguments.GetValue(reason), arguments.GetValue(exclusive), cancellationToken);
            switch (outcome)
            {
                case ReserveOutcome.Made made:
                    var own = paths.Distinct().Select(path => new Reservation(persona, path, desk.Context.Time.GetUtcNow(), made.Until, arguments.GetValue(reason)));
                    Report(desk, [.. own], made.Others, desk.WantsJson(arguments));
                    return ExitCodes.Success;
                case ReserveOutcome.Refused refused:
                    throw new TroupeException(
                        ErrorCode.Busy, $"Nothing was reserved, others are there: {string.Join("; ", refused.Others.Select(ReservationOutput.Words))}. Write to them, or wait.");
                default:
                    throw new InvalidOperationException($"An outcome of an unknown form: {outcome.GetType()}.");
            }
        });
        return command;
    }

    private static void Report(MailDesk desk, IReadOnlyList<Reservation> own, IReadOnlyList<Reservation> others, bool json)
    {
        desk.Terminal.Answer(
            json, new ReservationsOutput([.. own.Select(ReservationOutput.Of)], [.. others.Select(ReservationOutput.Of)]), MailOutputJson.Default.ReservationsOutput,
            () => own.Select(ReservationOutput.Words));
        foreach (var other in others)
        {
            desk.Terminal.Say($"warning: also reserved by {ReservationOutput.Words(other)}");
        }
    }
}
