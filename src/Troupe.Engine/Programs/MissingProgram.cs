namespace Troupe.Engine;

/// <summary>A setting whose command cannot be started.</summary>
/// <param name="Problem">What is wrong, with the setting's file and line.</param>
/// <param name="Remedy">What to do.</param>
public sealed record MissingProgram(string Problem, string Remedy);
