using System.ComponentModel;

namespace Troupe.Server.Mcp;

/// <summary>What became of a message that was to be sent.</summary>
internal sealed record SentAnswer(
    [property: Description("The id of the message")] string Id,
    [property: Description("It had been sent before, under this id; nothing was sent now")] bool Duplicate,
    [property: Description("The file that holds it until the engine posts it, where the mail log cannot be written")] string? Outbox);
