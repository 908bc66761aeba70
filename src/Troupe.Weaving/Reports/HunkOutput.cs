namespace Troupe.Weaving;

/// <summary>Colliding lines in the JSON of a report.</summary>
/// <param name="Line">Where they begin in the landed file, from 1.</param>
public sealed record HunkOutput(int Line, string Base, string Ours, string Theirs)
{
    /// <summary>What the landed side did there, as the lines of a diff; may be empty.</summary>
    public string Change { get; init; } = "";
}
