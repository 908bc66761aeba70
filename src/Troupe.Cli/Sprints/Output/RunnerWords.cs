using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>Who runs a sprint that has not ended.</summary>
internal static class RunnerWords
{
    public static string Of(SprintRunner? runner, bool isAborting) => runner switch
    {
        null when isAborting => "nobody brings its end about: 'troupe sprint abort'",
        null => "nobody runs it: 'troupe sprint resume'",
        { Since: { } since } => $"process {runner.Process} runs it since {since:yyyy-MM-dd HH:mm:ss}Z",
        _ => "a process that has just begun runs it",
    };
}
