namespace Troupe.Weaving;

/// <summary>One thing that git says about a merge.</summary>
/// <param name="Type">A stable name, such as <c>CONFLICT (contents)</c>.</param>
internal sealed record MergeMessage(string Type, IReadOnlyList<string> Paths, string Text)
{
    public bool IsConflict => Type.StartsWith("CONFLICT", StringComparison.Ordinal);
}
