using System.CommandLine;

namespace Troupe.Shell;

/// <summary><c>--json</c>, which every command takes.</summary>
public static class JsonOption
{
    public const string CommandOutput = "docs/specs/command-output.md";

    /// <param name="page">The page that describes the output.</param>
    /// <param name="recursive">Whether all commands below take it too.</param>
    public static Option<bool> Create(string page = CommandOutput, bool recursive = false) =>
        new("--json") { Description = $"Data for programs ({page})", Recursive = recursive };
}
