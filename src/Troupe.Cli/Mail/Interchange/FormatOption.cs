using System.CommandLine;
using Troupe.Interchange;

namespace Troupe.Cli.Mail;

/// <summary><c>--format</c> of exports and imports.</summary>
internal static class FormatOption
{
    public static Option<string> Create() => new("--format")
    {
        Description = $"One of {string.Join(", ", InterchangeFormats.All)} (docs/specs/mail-interchange.md)",
        HelpName = "FORMAT",
        Required = true,
    };
}
