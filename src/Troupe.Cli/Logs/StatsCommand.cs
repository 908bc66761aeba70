using System.CommandLine;
using System.Globalization;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Shell;

namespace Troupe.Cli.Logs;

/// <summary><c>stats</c>: what a log holds, in numbers.</summary>
internal static class StatsCommand
{
    public static Command Build(LogPlace place, CliContext context)
    {
        var command = new ExampleCommand("stats", "Count what the log holds: records by kind and by actor, bytes, blobs.", $"{place.Program} stats", $"{place.Program} stats --json");
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var statistics = await new LogCount(place.Folder(), context.Time).RunAsync(cancellationToken);
            context.Terminal.Answer(
                place.WantsJson(arguments), LogStatsOutput.Of(place.Name, statistics), CommandJson.Default.LogStatsOutput, () => Lines(place.Name, statistics));
            return ExitCodes.Success;
        });
        return command;
    }

    private static IEnumerable<string> Lines(string name, LogStatistics log)
    {
        yield return string.Create(
            CultureInfo.InvariantCulture, $"{name} log: {Plural.Of(log.Records, "record")} in {Plural.Of(log.Segments, "segment")}, {log.Bytes:N0} bytes");
        yield return string.Create(
            CultureInfo.InvariantCulture, $"blobs: {log.Blobs:N0}, {log.BlobBytes:N0} bytes; derived files: {log.DerivedBytes:N0} bytes");
        if (log is { First: { } first, Last: { } last })
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"from {first:yyyy-MM-dd HH:mm:ss} to {last:yyyy-MM-dd HH:mm:ss} UTC");
        }

        foreach (var line in Table("kind", log.ByKind).Concat(Table("actor", log.ByActor)))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> Table(string title, IReadOnlyDictionary<string, long> counts) => counts.Count == 0 ? [] :
    [
        "",
        .. TextTable.Lines([[title, "records"], .. counts.Select(count => new[] { Printable.Escape(count.Key), count.Value.ToString("N0", CultureInfo.InvariantCulture) })]),
    ];
}
