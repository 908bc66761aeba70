namespace Troupe.Cli.Doctor;

/// <summary>What <c>doctor --json</c> prints.</summary>
internal sealed record DoctorOutput(int SchemaVersion, bool Healthy, IReadOnlyList<DoctorOutput.Entry> Findings)
{
    public static DoctorOutput Of(IEnumerable<Finding> findings, bool healthy) => new(1, healthy, [.. findings.Select(finding => new Entry(
        finding.Check,
        finding.Status switch { FindingStatus.Ok => "ok", FindingStatus.Warning => "warning", _ => "problem" },
        finding.Message,
        finding.Remedy))]);

    /// <param name="Status"><c>ok</c>, <c>warning</c> or <c>problem</c>.</param>
    internal sealed record Entry(string Check, string Status, string Message, string? Remedy);
}
