namespace Troupe.Processes.Tests;

/// <summary>Requests for shell scripts, the hostile programs of these tests.</summary>
internal static class Scripts
{
    public static IReadOnlyDictionary<string, string> Surroundings { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin",
    };

    public static ProgramRequest Shell(string script) => new()
    {
        Program = "sh",
        Arguments = ["-c", script],
        WorkingDirectory = Path.GetTempPath(),
        Environment = Surroundings,
        Grace = TimeSpan.FromMilliseconds(50),
    };

    public static Task<ProgramResult> RunAsync(string script) =>
        ProgramRunner.RunAsync(Shell(script), TestContext.Current.CancellationToken);

    /// <summary>Whether a process whose command line holds the text is alive; zombies have no command line.</summary>
    public static bool IsAlive(string commandLine) => Directory.EnumerateDirectories("/proc").Any(folder =>
    {
        try
        {
            return char.IsAsciiDigit(Path.GetFileName(folder)[0])
                && File.ReadAllText(Path.Combine(folder, "cmdline")).Replace('\0', ' ').Contains(commandLine, StringComparison.Ordinal);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    });

    /// <summary>A number of seconds that no other test sleeps, so that the sleeper can be found.</summary>
    public static string UniqueSleep() => $"sleep {100_000 + Interlocked.Increment(ref _last)}{Environment.ProcessId}";

    private static int _last;
}
