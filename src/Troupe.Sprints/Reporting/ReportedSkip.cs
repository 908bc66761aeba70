namespace Troupe.Sprints;

/// <summary>Who does not run again in this sprint, and why.</summary>
public sealed record ReportedSkip(string Persona, SkipReason Reason, string Detail)
{
    internal static ReportedSkip Of(PersonaSkipped skip) => new($"{skip.Persona}", skip.Reason, skip.Detail);
}
