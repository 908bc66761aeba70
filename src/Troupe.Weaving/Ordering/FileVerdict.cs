namespace Troupe.Weaving;

/// <summary>What is foreseen of two changes to one file, the worse the later.</summary>
internal enum FileVerdict
{
    Merges,

    /// <summary>Only git can tell.</summary>
    Unclear,

    Collides,
}
