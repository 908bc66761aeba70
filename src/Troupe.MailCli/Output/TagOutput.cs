namespace Troupe.MailCli;

internal sealed record TagOutput(string Id, IReadOnlyList<string> Tags) : VersionedOutput;
