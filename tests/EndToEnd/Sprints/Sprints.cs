using System.Text.Json;
using Troupe.Processes;

namespace Troupe.EndToEnd;

/// <summary>What <c>--json</c> says of a sprint.</summary>
internal static class Sprints
{
    /// <summary>Runs a command that ends a sprint in which everybody landed.</summary>
    public static async Task<JsonElement> SprintAsync(this Stage stage, params string[] arguments) =>
        Read(await stage.RunAsync([.. arguments, "--json"]));

    /// <param name="exitCode">1: not everybody landed.</param>
    public static JsonElement Read(ProgramResult result, int exitCode = 0)
    {
        result.ExitCode.ShouldBe(exitCode, result.ErrorText);
        using var document = JsonDocument.Parse(result.Output);
        return document.RootElement.Clone();
    }
}
