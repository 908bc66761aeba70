namespace Troupe.Sprints;

/// <summary>How often a command failed under one key, and when last.</summary>
public sealed record CommandFailures(int Count, DateTimeOffset Last, string Error);
