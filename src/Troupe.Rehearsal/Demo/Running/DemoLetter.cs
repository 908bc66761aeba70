namespace Troupe.Rehearsal.Demo;

/// <summary>A message that was sent during the demo.</summary>
public sealed record DemoLetter(string From, IReadOnlyList<string> To, string Subject);
