namespace Troupe.Rehearsal.Replay;

/// <summary>A case that could not be run, such as one whose objects a partial clone does not have.</summary>
public sealed record FailedCase(string Base, int Personas, string Reason);
