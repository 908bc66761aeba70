using System.Globalization;
using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>A commit as a walk through the history finds it.</summary>
/// <param name="Time">Of its committer, in seconds.</param>
/// <param name="IsEdge">Whether the walk ended here: all forks have it, and what is before it is not known.</param>
internal sealed record WalkedCommit(CommitId Name, TreeId Tree, long Time, IReadOnlyList<CommitId> Parents, bool IsEdge)
{
    public const string Format = "%m %H %T %ct %P";

    /// <param name="line">As <see cref="Format"/> says.</param>
    public static WalkedCommit Parse(string line)
    {
        var fields = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return new WalkedCommit(
            CommitId.Parse(fields[1]),
            TreeId.Parse(fields[2]),
            long.Parse(fields[3], CultureInfo.InvariantCulture),
            [.. fields[4..].Select(CommitId.Parse)],
            fields[0] == "-");
    }
}
