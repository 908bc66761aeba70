namespace Troupe.Rehearsal.Demo;

/// <summary>A commit of the demo's branch.</summary>
public sealed record DemoCommit(string Id, string Author, string Subject);
