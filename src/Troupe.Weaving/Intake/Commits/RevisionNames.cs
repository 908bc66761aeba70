using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>What the revisions mean that the patches of a request name, all found in one git process.</summary>
internal static class RevisionNames
{
    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: one of them is no commit; the message names it.</exception>
    public static async Task<IReadOnlyDictionary<string, CommitId>> ResolveAsync(
        GitRepository repository, IReadOnlyList<WeavePatch> patches, CancellationToken cancellationToken)
    {
        List<string> names = [.. patches.SelectMany(patch => patch.Source switch
        {
            PatchSource.Revision revision => [revision.Name],
            PatchSource.Range range => new[] { range.From, range.To },
            _ => [],
        }).Distinct(StringComparer.Ordinal)];
        var commits = await repository.ResolveAsync(names, cancellationToken);
        return names.Zip(commits).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }
}
