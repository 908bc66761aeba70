using Troupe.Interchange;
using Troupe.MailCli;

namespace Troupe.Cli.Mail;

/// <summary>The answer of <c>import --json</c>.</summary>
/// <param name="Present">Messages that were here before.</param>
/// <param name="Skipped">What was left out with <c>--skip-broken</c>.</param>
internal sealed record ImportOutput(
    string Format, string Path, bool DryRun, int Found, int Imported, int Present, IReadOnlyList<ImportFlaw> Skipped) : VersionedOutput;
