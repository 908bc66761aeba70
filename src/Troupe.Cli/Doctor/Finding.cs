namespace Troupe.Cli.Doctor;

/// <summary>What one look found.</summary>
/// <param name="Check">What was looked at: a stable name.</param>
/// <param name="Message">What is so.</param>
/// <param name="Remedy">What to do; null where nothing is to be done, or the message says it.</param>
internal sealed record Finding(string Check, FindingStatus Status, string Message, string? Remedy = null)
{
    public static Finding Fine(string check, string message) => new(check, FindingStatus.Ok, message);

    public static Finding Warn(string check, string message, string remedy) => new(check, FindingStatus.Warning, message, remedy);

    public static Finding Bad(string check, string message, string remedy) => new(check, FindingStatus.Problem, message, remedy);
}
