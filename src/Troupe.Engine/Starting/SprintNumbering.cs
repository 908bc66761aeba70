using System.Globalization;
using Troupe.Core;

namespace Troupe.Engine;

/// <summary>
/// The number of the next sprint. Logs are not in git and may be lost; branches, work that was handed in and session folders
/// of earlier sprints stay, and a sprint that had the number of one of them would take its sessions up as its own.
/// </summary>
internal static class SprintNumbering
{
    private const string Branches = "refs/heads/troupe";
    private const string HandedIn = "refs/troupe";
    private const string Prefix = "sprint-";

    public static async Task<int> NextAsync(Workplace workplace, SprintLedger ledger, CancellationToken cancellationToken)
    {
        var branches = (await workplace.Repository.Refs.ListAsync(Branches, cancellationToken)).Select(found => found.Name).ToList();
        if (branches.Contains(Branches, StringComparer.Ordinal))
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument,
                "There is a branch 'troupe', and git cannot have the sprints' branches 'troupe/sprint-N' beside it: rename it with 'git branch -m troupe NAME'.");
        }

        var work = (await workplace.Repository.Refs.ListAsync(HandedIn, cancellationToken)).Select(found => found.Name);
        var used = branches.Select(name => NumberBelow(Branches, name)).Concat(work.Select(name => NumberBelow(HandedIn, name)))
            .Concat(Sessions(workplace.State.SessionsFolder));
        return Math.Max(ledger.Last, used.DefaultIfEmpty().Max()) + 1;
    }

    // "refs/troupe/sprint-7/curator" below "refs/troupe" is 7; anything else is 0.
    private static int NumberBelow(string folder, string name)
    {
        var first = name[(folder.Length + 1)..].Split('/', 2)[0];
        return first.StartsWith(Prefix, StringComparison.Ordinal)
            && int.TryParse(first.AsSpan(Prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number < int.MaxValue ? number : 0;
    }

    private static IEnumerable<int> Sessions(string folder) => Directory.Exists(folder)
        ? Directory.EnumerateDirectories(folder).Select(path => SessionId.TryParse(Path.GetFileName(path), out var session) ? session.Sprint : 0)
        : [];
}
