using System.Globalization;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>What the process that runs sprints says about itself in its lease: for people, and to be read back.</summary>
internal static class RunnerLine
{
    private const string Time = "yyyy-MM-dd HH:mm:ss'Z'";

    public static string Write(SprintRunner runner) =>
        $"process {runner.Process} since {runner.Since?.UtcDateTime.ToString(Time, CultureInfo.InvariantCulture)}";

    public static SprintRunner Read(string line) =>
        line.Split(' ', 4) is ["process", var process, "since", var since]
        && int.TryParse(process, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
        && DateTimeOffset.TryParseExact(since, Time, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time)
            ? new SprintRunner(id, time)
            : new SprintRunner(0, null);
}
