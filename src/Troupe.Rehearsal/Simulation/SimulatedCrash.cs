namespace Troupe.Rehearsal.Simulation;

/// <summary>The engine died here. Everything that it knew and had not recorded is gone.</summary>
internal sealed class SimulatedCrash : Exception;
