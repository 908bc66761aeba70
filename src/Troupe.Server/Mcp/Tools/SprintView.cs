using System.ComponentModel;

namespace Troupe.Server.Mcp.Tools;

internal sealed record SprintView(
    int Number,
    [property: Description("completed, aborted, paused, aborting or running")] string State,
    int Ticks,
    [property: Description("The commit that everybody began from")] string Base,
    [property: Description("The branch that holds what landed; absent: nothing landed yet")] string? Branch,
    [property: Description("How many personas landed at least one patch")] int Landed,
    [property: Description("How many personas take part")] int Personas);
