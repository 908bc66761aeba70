namespace Troupe.Rehearsal.Demo;

/// <summary>A message as <c>jules-mail read --json</c> gives it.</summary>
internal sealed record DemoMail(string From, string Subject, string Body);
