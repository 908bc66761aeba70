namespace Troupe.Cli.Weave;

/// <summary>Colliding lines in the JSON of a weave.</summary>
/// <param name="Line">Where they begin in the landed file, from 1.</param>
internal sealed record HunkOutput(int Line, string Base, string Ours, string Theirs);
