using System.Text.Json;
using Troupe.Processes;

namespace Troupe.EndToEnd;

/// <summary>The built program as a user runs it. <c>./test</c> builds it and says where it is.</summary>
internal static class NativeProgram
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    /// <param name="temporary">Where the program may write: its TMPDIR and its HOME.</param>
    public static Task<ProgramResult> RunAsync(string temporary, params string[] arguments) => RunProgramAsync(BuiltProgram.Path, temporary, arguments);

    /// <param name="program">The built program in another place.</param>
    public static async Task<ProgramResult> RunProgramAsync(string program, string temporary, params string[] arguments)
    {
        return await ProgramRunner.RunAsync(
            new ProgramRequest
            {
                Program = program,
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
