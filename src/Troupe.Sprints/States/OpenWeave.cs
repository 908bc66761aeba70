using System.Collections.Immutable;
using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>A weave whose intent is recorded and whose outcomes are not, or not all.</summary>
public sealed record OpenWeave(WeaveStarted Intent)
{
    /// <summary>Sessions whose patch has an outcome.</summary>
    public ImmutableHashSet<SessionId> Judged { get; init; } = [];

    public VerificationRan? Verification { get; init; }

    public LandingPublished? Landing { get; init; }

    /// <summary>Whether one of its patches landed, so that a landing must follow.</summary>
    public bool Lands { get; init; }

    public bool IsRed => Verification is { Passed: false };

    /// <summary>Nothing of it is known to have landed or failed to: it can be given up as if it had never begun.</summary>
    public bool IsVoidable => Judged.IsEmpty && Landing is null;

    public bool IsComplete => Judged.Count == Intent.Patches.Count && (Landing is not null || !Lands);

    /// <summary>What is recorded where the lead ends the sprint before anything of this weave is published.</summary>
    public WeaveDropped DroppedByAbort(DateTimeOffset now) => new()
    {
        Sprint = Intent.Sprint,
        At = now,
        Weave = Intent.Weave,
        Patches = [.. Intent.Patches.Select(patch => patch.Patch)],
        Reason = "The lead ended the sprint.",
    };
}
