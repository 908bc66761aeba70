using Troupe.MailCli;
namespace Troupe.Cli.Mail;

/// <summary>The answer of <c>export --json</c>.</summary>
/// <param name="Unchanged">Files that were there before.</param>
internal sealed record ExportOutput(string Format, string Folder, int Messages, int Files, int Unchanged, IReadOnlyList<string> Warnings) : VersionedOutput;
