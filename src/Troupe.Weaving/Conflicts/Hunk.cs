namespace Troupe.Weaving;

/// <summary>Colliding lines: as the patch found them, as they have landed, as the patch wants them.</summary>
/// <param name="Line">Where they begin in the landed file, from 1.</param>
public sealed record Hunk(int Line, string Base, string Ours, string Theirs)
{
    /// <summary>What the landed side did there, from base to ours, as the lines of a diff with some lines around it; may be empty.</summary>
    public string Change { get; init; } = "";
}
