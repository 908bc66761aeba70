namespace Troupe.Cli.Mail;

internal sealed record TagOutput(string Id, IReadOnlyList<string> Tags) : VersionedOutput;
