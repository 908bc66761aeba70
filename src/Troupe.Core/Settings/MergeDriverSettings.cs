namespace Troupe.Core;

/// <summary>One <c>[[weaver.driver]]</c>: a program that merges files that it understands better than git does.</summary>
public sealed record MergeDriverSettings
{
    /// <summary>Unique among the drivers; the name that <c>.gitattributes</c> may use as well.</summary>
    public required string Name { get; init; }

    /// <summary>Patterns, as in <c>.gitattributes</c>; none: the attributes of the tip say where it counts.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Program and arguments with git's <c>%O %A %B %P</c> for base, ours, theirs and the path; it writes the result to <c>%A</c>.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>For one file.</summary>
    public required TimeSpan Timeout { get; init; }
}
