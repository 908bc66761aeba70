namespace Troupe.Rehearsal.Simulation;

/// <summary>A defect that the simulation found: something happened that must never happen.</summary>
public sealed class BrokenInvariantException(string message, Exception? inner = null) : Exception(message, inner);
