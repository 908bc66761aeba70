using System.ComponentModel;

namespace Troupe.Server.Mcp.Tools;

internal sealed record ReleaseAnswer([property: Description("What was ended")] IReadOnlyList<ReservationView> Released);
