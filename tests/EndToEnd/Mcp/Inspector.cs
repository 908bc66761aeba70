using System.Text.Json;
using Troupe.Processes;

namespace Troupe.EndToEnd.Mcp;

/// <summary>The official inspector's command line: a client of the protocol that is none of ours. It checks every answer against the tool's schema.</summary>
internal static class Inspector
{
    private const string Legacy = "legacy";
    private const string Modern = "modern";

    /// <summary>Handshake (2025-11-25) and stateless (2026-07-28).</summary>
    public static TheoryData<string> Eras => [Legacy, Modern];

    private static string Programs
    {
        get
        {
            var folder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(BuiltProgram.Path)!, "../inspector/node_modules/.bin"));
            Assert.SkipUnless(File.Exists(Path.Combine(folder, "inspector")), "The inspector is not installed: run eng/inspector, which needs npm.");
            return folder;
        }
    }

    /// <param name="arguments">What the inspector is to do, such as <c>--method tools/list</c>.</param>
    public static async Task<ProgramResult> RunAsync(Stage stage, string era, params string[] arguments)
    {
        var environment = new Dictionary<string, string>(stage.Environment, StringComparer.Ordinal);
        environment["PATH"] = Programs + ":" + environment["PATH"];
        return await ProgramRunner.RunAsync(
            new ProgramRequest
            {
                Program = Path.Combine(Programs, "inspector"),
                Arguments = ["--cli", BuiltProgram.Path, "mcp", "--persona", "curator", "--format", "json", "-q", "--protocol-era", era, .. arguments],
                WorkingDirectory = stage.Repository,
                Environment = environment,
                Timeout = TimeSpan.FromMinutes(2),
            },
            TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> JsonAsync(Stage stage, string era, params string[] arguments)
    {
        var result = await RunAsync(stage, era, arguments);
        result.ExitCode.ShouldBe(0, result.ErrorText + result.OutputText);
        return JsonDocument.Parse(result.OutputText).RootElement.Clone();
    }
}
