using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>Why a persona's last run did not land.</summary>
public sealed record Setback
{
    /// <summary>
    /// A <see cref="PatchConflicted"/>, <see cref="PatchRejected"/> or <see cref="PatchHeld"/>; a <see cref="PatchCaptured"/> that
    /// brought nothing new; a <see cref="SessionEnded"/>; the <see cref="PersonaSkipped"/> that the lead took back.
    /// </summary>
    public required SprintEvent Event { get; init; }

    public required SessionId Session { get; init; }

    /// <summary>What the next run would be for.</summary>
    public required RunReason LeadsTo { get; init; }

    /// <summary>What happened again just as before: the same patch, conflict or failure. Null: something new.</summary>
    public string? Repeats { get; init; }

    /// <summary>The tick it happened in; who has waited longest goes first.</summary>
    public required int Tick { get; init; }

    /// <summary>Personas that this one must not run beside.</summary>
    public IReadOnlyList<PersonaId> Rivals => Event is PatchConflicted conflict ? conflict.Rivals : [];
}
