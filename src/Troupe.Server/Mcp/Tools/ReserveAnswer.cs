using System.ComponentModel;

namespace Troupe.Server.Mcp.Tools;

internal sealed record ReserveAnswer(
    [property: Description("Whether it was reserved; with 'exclusive' it is not where others are")] bool Reserved,
    [property: Description("When it ends, UTC; absent: nothing was reserved")] string? Until,
    [property: Description("What others hold in the same places: write to them before you edit there")] IReadOnlyList<ReservationView> Others);
