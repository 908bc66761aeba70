using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Server.Mcp.Tools;

/// <summary><c>reserve</c>: "I am editing these paths", for others to see.</summary>
internal sealed class ReserveTool(MailDoor door) : MailTool<ReserveArguments, ReserveAnswer>(
    "reserve", "Tell the others which paths you are editing, and see who else is there. It is advice, not a lock, and ends by itself.", ToolEffect.Adds)
{
    private const int DefaultMinutes = 30;

    protected override async Task<ReserveAnswer> RunAsync(ReserveArguments arguments, CancellationToken cancellationToken)
    {
        var outcome = await door.Office.Reservations.ReserveAsync(
            door.Persona,
            [.. arguments.Paths.Select(PathPattern.Parse)],
            TimeSpan.FromMinutes(arguments.Minutes ?? DefaultMinutes),
            arguments.Reason,
            arguments.Exclusive ?? false,
            cancellationToken);
        return outcome switch
        {
            ReserveOutcome.Made made => new ReserveAnswer(
                Reserved: true, UtcText.Write(made.Until), [.. made.Others.Select(ReservationView.Of)]),
            ReserveOutcome.Refused refused => new ReserveAnswer(Reserved: false, Until: null, [.. refused.Others.Select(ReservationView.Of)]),
            _ => throw new InvalidOperationException($"An outcome of an unknown form: {outcome.GetType()}."),
        };
    }
}
