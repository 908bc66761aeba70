using Troupe.Core;

namespace Troupe.Interchange;

/// <summary>What is imported, and how.</summary>
public sealed record ImportRequest(InterchangeFormat Format, string Path)
{
    /// <summary><c>OLD=NEW</c>: who people of the source are here.</summary>
    public IReadOnlyList<string> Map { get; init; } = [];

    /// <summary>Everything goes to this mailbox alone, whoever it was addressed to.</summary>
    public PersonaId? To { get; init; }

    /// <summary>Check everything, change nothing.</summary>
    public bool DryRun { get; init; }

    /// <summary>Leave out what cannot be imported, instead of importing nothing.</summary>
    public bool SkipBroken { get; init; }
}
