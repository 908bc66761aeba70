namespace Troupe.Sprints;

/// <summary>Who does not run again in this sprint, and why.</summary>
/// <param name="Cause">What went wrong last, where the reason alone does not tell; one line.</param>
public sealed record ReportedSkip(string Persona, SkipReason Reason, string Detail, string? Cause = null)
{
    internal static ReportedSkip Of(PersonaSkipped skip, Setback? setback) =>
        new($"{skip.Persona}", skip.Reason, skip.Detail, SkipCause.Of(skip, setback));
}
