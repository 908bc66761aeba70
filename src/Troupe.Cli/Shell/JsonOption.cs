using System.CommandLine;

namespace Troupe.Cli.Shell;

/// <summary><c>--json</c>, which every command takes.</summary>
internal static class JsonOption
{
    public static Option<bool> Create() => new("--json") { Description = "Data for programs, with a schemaVersion" };
}
