using System.Text.Json;
using Troupe.Core;
using Troupe.Shell;
using Troupe.Weaving;

namespace Troupe.Cli.Weave;

/// <summary>The reports of the last weave in a repository, kept outside of it for <c>weave explain</c>.</summary>
internal static class WeaveMemory
{
    private const string FileName = "last-reports.json";

    /// <summary>Keeps them, or tells why not: what was woven, and perhaps landed, does not depend on it.</summary>
    public static void Save(Terminal terminal, StateHome state, Weaving.Weave weave, WeaveEnding ending)
    {
        try
        {
            Write(state.WeavesFolder, Reports(weave, ending));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            terminal.Say($"The reports cannot be kept in '{Printable.Escape(state.WeavesFolder)}', and 'troupe weave explain' will not know them: "
                + $"{Printable.Escape(failure.Message)}");
        }
    }

    /// <summary>Null: nothing was woven here yet.</summary>
    public static IReadOnlyList<RememberedReport>? Load(StateHome state)
    {
        var path = Path.Combine(state.WeavesFolder, FileName);
        return File.Exists(path) ? JsonSerializer.Deserialize(File.ReadAllBytes(path), RememberedReportJson.Default.ListRememberedReport) : null;
    }

    private static List<RememberedReport> Reports(Weaving.Weave weave, WeaveEnding ending)
    {
        // Commits that were not published go with the weave: nobody can start again from them.
        var isPlan = ending.Branch is null;
        var startFrom = weave.Head is null ? weave.Tip : isPlan ? null : weave.Head;
        return [.. ending.ResultsOf(weave).Select(result => new RememberedReport(
            PatchOutput.Of(result, startFrom), ConflictReport.Of(result, startFrom, isPlan)))];
    }

    private static void Write(string folder, List<RememberedReport> reports)
    {
        Directory.CreateDirectory(folder);

        // Another weave may be writing at the same time: the last one wins, whole.
        var path = Path.Combine(folder, FileName);
        var draft = $"{path}.{Environment.ProcessId}";
        try
        {
            File.WriteAllBytes(draft, JsonSerializer.SerializeToUtf8Bytes(reports, RememberedReportJson.Default.ListRememberedReport));
            File.Move(draft, path, overwrite: true);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
