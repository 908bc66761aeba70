namespace Troupe.Core;

/// <summary>One <c>[[weaver.verify]]</c>.</summary>
public sealed record VerifyStepSettings
{
    /// <summary>Unique among the steps.</summary>
    public required string Name { get; init; }

    /// <summary>Program and arguments; a command written as one string has become <c>sh -c STRING</c>.</summary>
    public required IReadOnlyList<string> Command { get; init; }

    public required TimeSpan Timeout { get; init; }
}
