using Troupe.Processes;

namespace Troupe.Interchange.Tests;

/// <summary>A program of somebody else, that reads what is exported here. The tests' machine installs it (.ci/run).</summary>
internal static class OtherProgram
{
    /// <summary>Runs it in a home of its own and gives its output. Where it is missing the test is skipped, which CI does not allow.</summary>
    public static async Task<string> RunAsync(string home, string program, params string[] arguments)
    {
        Assert.SkipUnless(IsInstalled(program), $"{program} is not installed: on Debian, apt-get install notmuch maildir-utils python3");
        var result = await ProgramRunner.RunAsync(
            new ProgramRequest
            {
                Program = program,
                Arguments = arguments,
                WorkingDirectory = home,
                Environment = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["PATH"] = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin",
                    ["HOME"] = home,
                    ["XDG_CACHE_HOME"] = Path.Combine(home, ".cache"),
                    ["LC_ALL"] = "C.UTF-8",
                    ["NOTMUCH_CONFIG"] = Path.Combine(home, ".notmuch-config"),
                    ["MAILDIR"] = Path.Combine(home, "mail"),
                },
                Timeout = TimeSpan.FromMinutes(1),
            },
            MailTeam.Cancellation);
        result.ExitCode.ShouldBe(0, $"{program} {string.Join(' ', arguments)}: {result.ErrorText}");
        return result.OutputText;
    }

    private static bool IsInstalled(string program) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Any(folder => File.Exists(Path.Combine(folder, program)));
}
