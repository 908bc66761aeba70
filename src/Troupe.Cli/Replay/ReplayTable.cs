using Troupe.Core;
using Troupe.Rehearsal.Replay;

namespace Troupe.Cli.Replay;

/// <summary>A replay as a table for people.</summary>
internal static class ReplayTable
{
    private const int HotFilesShown = 10;

    public static IEnumerable<string> Lines(ReplayReport report)
    {
        yield return "base        personas  at once  landed  skipped  ticks   time";
        foreach (var one in report.Cases)
        {
            yield return Row(one.Base[..10], one.Personas, one.LandedFifo, one.Landed, one.Skipped, one.Ticks, one.Seconds);
        }

        var totals = report.Totals;
        yield return Row("all", totals.Personas, totals.LandedFifo, totals.Landed, totals.Skipped, totals.Ticks.Max, totals.Seconds);
        yield return "";
        yield return $"ticks: median {totals.Ticks.Median}, 95th percentile {totals.Ticks.P95}, most {totals.Ticks.Max}";
        yield return $"at once: {Share(totals.LandedFifo, totals.Personas)} of {totals.Personas} changes; in the end {Share(totals.Landed, totals.Personas)}";
        if (totals.Unchanged > 0)
        {
            yield return $"nothing left to change: {totals.Unchanged}";
        }

        if (totals.Held > 0)
        {
            yield return $"a sprint would hold {totals.Held} of them for a human (they touch .team, .github, .gitattributes or .gitmodules)";
        }

        foreach (var line in HotFiles(totals.HotFiles))
        {
            yield return line;
        }
    }

    private static IEnumerable<string> HotFiles(IReadOnlyList<HotFile> files)
    {
        if (files.Count == 0)
        {
            yield break;
        }

        yield return "";
        yield return "hot files (conflicts, cases):";
        foreach (var file in files.Take(HotFilesShown))
        {
            yield return $"  {file.Conflicts,4} {file.Cases,4}  {Printable.Escape(file.Path)}";
        }
    }

    private static string Row(string name, int personas, int atOnce, int landed, int skipped, int ticks, double seconds) =>
        $"{name,-10}  {personas,8}  {atOnce,7}  {landed,6}  {skipped,7}  {ticks,5}  {seconds,5:0.0} s";

    private static string Share(int part, int whole) => whole == 0 ? "none" : $"{100.0 * part / whole:0.0} %";
}
