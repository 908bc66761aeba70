namespace Troupe.Rehearsal.Simulation;

/// <summary>What an agent hands over of an ended session.</summary>
/// <param name="Patch">Null: nothing was changed, or nothing of it can be had.</param>
/// <param name="Unrecorded">Why nothing of it can be had.</param>
internal sealed record FakeDelivery(FakePatch? Patch, string? Unrecorded);
