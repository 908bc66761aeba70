using Troupe.Mail;

namespace Troupe.Server.Mcp.Tools;

/// <summary><c>release</c>: ends reservations of one's own before their time.</summary>
internal sealed class ReleaseTool(MailDoor door) : MailTool<ReleaseArguments, ReleaseAnswer>(
    "release", "End reservations of your own when you have finished editing.", ToolEffect.Marks)
{
    protected override async Task<ReleaseAnswer> RunAsync(ReleaseArguments arguments, CancellationToken cancellationToken)
    {
        var ended = await door.Office.Reservations.ReleaseAsync(
            door.Persona, [.. (arguments.Paths ?? []).Select(PathPattern.Parse)], cancellationToken);
        return new ReleaseAnswer([.. ended.Select(ReservationView.Of)]);
    }
}
