using Troupe.Core;
using Troupe.Git;
using Troupe.Weaving;

namespace Troupe.Cli.Weave;

/// <summary>
/// A patch argument such as <c>feature-*</c> or <c>refs/pull/*/head</c> that stands for refs: branches, local and remote, or
/// whatever a full name matches.
/// </summary>
internal static class RefPattern
{
    private static readonly string[] Places = ["refs/heads/", "refs/remotes/"];

    /// <summary>Whether it can only be a pattern: no ref's name holds these characters, a search for a message may.</summary>
    public static bool Is(string argument) =>
        argument.AsSpan().ContainsAny("*?[") && !argument.StartsWith(':') && !argument.Contains("^{", StringComparison.Ordinal)
        && !argument.Contains("..", StringComparison.Ordinal);

    /// <summary>One patch for each ref that matches, in the order in which git lists them; its label is the ref's short name.</summary>
    /// <param name="onto">The branch that is built on, in full, which is no patch to itself; null: there is none.</param>
    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: no ref matches.</exception>
    public static async Task<IReadOnlyList<WeavePatch>> ExpandAsync(
        GitRepository repository, string pattern, string? onto, CancellationToken cancellationToken)
    {
        IEnumerable<string> patterns = pattern.StartsWith("refs/", StringComparison.Ordinal) ? [pattern] : Places.Select(place => place + pattern);

        // A ref that only points to another one, as a remote's HEAD does, would be the same patch twice.
        var result = await repository.Git.RunAsync(
            ["for-each-ref", "--format=%(refname)%00%(refname:short)%00%(symref)", .. patterns], GitCall.Plain, cancellationToken);
        var refs = GitPath.Decode(result.Output.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\0'))
            .Where(fields => fields[2].Length == 0 && fields[0] != onto);
        List<WeavePatch> patches =
            [.. refs.Select(fields => new WeavePatch { Label = fields[1], Argument = pattern, Source = new PatchSource.Revision(fields[0]) })];
        return patches.Count > 0
            ? patches
            : throw new TroupeException(
                ErrorCode.NotFound,
                $"No file and no ref {(onto is null ? "" : "but the branch built on ")}matches '{Printable.Escape(pattern)}': a pattern stands for branches ('feature-*', 'origin/feature-*') or for full names ('refs/pull/*/head'). "
                + "'*' matches no slash; 'git for-each-ref' lists what there is.");
    }
}
