using System.Text.Json;
using Troupe.Processes;

namespace Troupe.EndToEnd;

/// <summary>The built program as a user runs it. <c>./test</c> builds it and says where it is.</summary>
internal static class NativeProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="temporary">Where the program may write: its TMPDIR and its HOME.</param>
    public static async Task<ProgramResult> RunAsync(string temporary, params string[] arguments)
    {
        return await ProgramRunner.RunAsync(
            new ProgramRequest
            {
                Program = BuiltProgram.Path,
                Arguments = arguments,
                WorkingDirectory = temporary,
                Environment = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin",
                    ["HOME"] = temporary,
                    ["TMPDIR"] = temporary,
                },
                Timeout = Patience,
            },
            TestContext.Current.CancellationToken);
    }

    public static async Task<JsonElement> JsonAsync(string temporary, params string[] arguments)
    {
        var result = await RunAsync(temporary, arguments);
        result.ExitCode.ShouldBe(0, result.ErrorText);
        using var document = JsonDocument.Parse(result.Output);
        return document.RootElement.Clone();
    }
}
