using Troupe.Core;
using Troupe.Git;

namespace Troupe.Engine;

/// <summary>
/// The settings that judge patches: those of the commit that they land on, never of a patch. A repository that does not keep
/// its <c>troupe.toml</c> in git is judged by the file in the main checkout, which no patch can change either.
/// </summary>
public static class TipSettings
{
    internal const string Path = $"{TeamHome.FolderName}/troupe.toml";

    public static async Task<Settings> ReadAsync(Workplace workplace, CommitId tip, CancellationToken cancellationToken)
    {
        if (!workplace.SettingsFollowTip)
        {
            return workplace.Settings;
        }

        var shown = await workplace.Repository.Git.TryRunAsync(
            ["cat-file", "blob", $"{tip}:{Path}"], GitCall.Plain, cancellationToken);
        return shown.ExitCode == 0
            ? Settings.Parse(SettingsFile.Decode(shown.Output.Span, Path), $"{tip.Value[..12]}:{Path}")
            : workplace.Settings;
    }
}
