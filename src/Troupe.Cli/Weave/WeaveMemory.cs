using System.Text.Json;
using Troupe.Core;
using Troupe.Weaving;

namespace Troupe.Cli.Weave;

/// <summary>The reports of the last weave in a repository, kept outside of it for <c>weave explain</c>.</summary>
internal static class WeaveMemory
{
    private const string FileName = "last-reports.json";

    public static void Save(StateHome state, Weaving.Weave weave, WeaveEnding ending)
    {
        // Commits that were not published go with the weave: nobody can start again from them.
        var isPlan = ending.Branch is null;
        var startFrom = weave.Head is null ? weave.Tip : isPlan ? null : weave.Head;
        var reports = ending.ResultsOf(weave).Select(result => new RememberedReport(
            PatchOutput.Of(result), ConflictReport.Of(result, startFrom, isPlan))).ToList();
        Directory.CreateDirectory(state.WeavesFolder);
        var path = Path.Combine(state.WeavesFolder, FileName);

        // Another weave may be writing at the same time: the last one wins, whole.
        var draft = $"{path}.{Environment.ProcessId}";
        File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(reports, RememberedReportJson.Default.ListRememberedReport));
        File.Move(draft, path, overwrite: true);
    }

    /// <summary>Null: nothing was woven here yet.</summary>
    public static IReadOnlyList<RememberedReport>? Load(StateHome state)
    {
        var path = Path.Combine(state.WeavesFolder, FileName);
        return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), RememberedReportJson.Default.ListRememberedReport) : null;
    }
}
