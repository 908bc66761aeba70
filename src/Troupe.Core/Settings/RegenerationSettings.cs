namespace Troupe.Core;

/// <summary>One <c>[[weaver.regenerate]]</c>: a program that makes lock files anew where several patches change them.</summary>
public sealed record RegenerationSettings
{
    /// <summary>Patterns, as in <c>.gitattributes</c>, of the files that the command makes.</summary>
    public required IReadOnlyList<string> Paths { get; init; }

    /// <summary>Patterns of the files that they are made from; none: any other file of a patch counts as one.</summary>
    public required IReadOnlyList<string> Inputs { get; init; }

    /// <summary>Program and arguments, run in the folder of the file; a command written as one string has become <c>sh -c STRING</c>.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    /// <summary>For one folder.</summary>
    public required TimeSpan Timeout { get; init; }
}
