using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// git calls the sides of a merge by the commits that it was given, which here are made up. Takes them out of its words,
/// and out of the names under which it keeps a file that is in a folder's way (<c>path~commit</c>).
/// </summary>
internal static class SideNames
{
    public static MergeOutcome Settle(MergeOutcome outcome, CommitId ours, CommitId theirs)
    {
        string Path(string path) => path.Replace("~" + ours, "", StringComparison.Ordinal).Replace("~" + theirs, "", StringComparison.Ordinal);
        string Text(string text) => Path(text).Replace(ours.Value, "the landed side", StringComparison.Ordinal)
            .Replace(theirs.Value, "this patch", StringComparison.Ordinal);

        return outcome.IsClean ? outcome : outcome with
        {
            Entries = [.. outcome.Entries.Select(entry => entry with { Path = Path(entry.Path) })],
            Messages = [.. outcome.Messages.Select(message => message with
            {
                Paths = [.. message.Paths.Select(Path).Distinct(StringComparer.Ordinal)],
                Text = Text(message.Text),
            })],
        };
    }
}
