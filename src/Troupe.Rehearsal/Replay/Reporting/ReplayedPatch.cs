namespace Troupe.Rehearsal.Replay;

/// <summary>One change in the first weave.</summary>
/// <param name="Fork">A commit of the repository.</param>
/// <param name="Head">A commit of the repository.</param>
/// <param name="Outcome">What became of it when nobody knew of anybody else.</param>
public sealed record ReplayedPatch(string Persona, string Fork, string Head, string Outcome, string Subject);
