using System.Security.Cryptography;
using System.Text;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Has lock files made anew, rule by rule, and sets them in the tree.</summary>
/// <param name="identity">Says which weave this is: the same one never runs a command twice on the same tree.</param>
/// <param name="regenerator">Null: this is a plan, which runs none.</param>
internal sealed class LockMaker(
    LockRules rules, PrivateGitDirectory directory, ObjectWriter writer, TreeStore trees, TreeComposer composer, string identity, IRegenerator? regenerator)
{
    /// <param name="stale">The files, each with the patches whose version is left out.</param>
    /// <returns>The tree with all that was made, and what became of each file; after a failure nothing further is run.</returns>
    public async Task<(TreeId Tree, IReadOnlyList<LockFile> Files)> MakeAsync(
        TreeId tree, IReadOnlyDictionary<string, IReadOnlyList<LockChange>> stale, CancellationToken cancellationToken)
    {
        List<LockFile> files = [];
        foreach (var rule in stale.GroupBy(file => file.Value[0].Rule).OrderBy(group => group.Key))
        {
            var paths = rule.Select(file => file.Key).Order(StringComparer.Ordinal).ToList();
            var result = regenerator is null ? null : await RunAsync(tree, rules[rule.Key], paths, cancellationToken);
            var made = (result as RegenerationResult.Made)?.Files.ToDictionary(
                file => file.Key, file => writer.WriteBlob(file.Value), StringComparer.Ordinal) ?? [];
            var reason = (result as RegenerationResult.Failed)?.Reason;
            files.AddRange(rule.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => new LockFile
            {
                Path = file.Key,
                State = result is null ? LockFileState.Planned : reason is null ? LockFileState.Regenerated : LockFileState.Failed,
                Command = rules[rule.Key].Command,
                Patches = [.. file.Value.Select(change => change.Patch)],
                Blob = made.TryGetValue(file.Key, out var blob) ? blob : null,
                Reason = reason,
            }));
            if (reason is not null)
            {
                break;
            }

            tree = await SetAsync(tree, rule, made, cancellationToken);
        }

        return (tree, files);
    }

    private async Task<TreeId> SetAsync(
        TreeId tree, IEnumerable<KeyValuePair<string, IReadOnlyList<LockChange>>> files, Dictionary<string, BlobId> made, CancellationToken cancellationToken)
    {
        List<PathChange> changes = [];
        foreach (var (path, versions) in files.Where(file => made.ContainsKey(file.Key)))
        {
            var mode = (await trees.FindAsync(tree, path, cancellationToken))?.Mode ?? versions[0].New.Mode;
            changes.Add(new PathChange(path, null, new TreeLeaf(mode, made[path].Value)));
        }

        return await composer.ApplyAsync(tree, changes, cancellationToken);
    }

    private async Task<RegenerationResult> RunAsync(
        TreeId tree, RegenerationSettings rule, IReadOnlyList<string> paths, CancellationToken cancellationToken)
    {
        foreach (var path in paths)
        {
            // Another patch may have put something else in its place since; a command must not write through a link.
            if (await trees.FindAsync(tree, path, cancellationToken) is not { Mode.IsFile: true })
            {
                return new RegenerationResult.Failed($"is not run, because {Printable.Escape(path)} is not a file in what fits together");
            }
        }

        writer.Flush();
        var text = string.Join('\0', [identity, tree.Value, .. rule.Command, "", .. paths]);
        return await regenerator!.RunAsync(
            new RegenerationRequest
            {
                Key = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
                GitDirectory = directory.Folder,
                Tree = tree,
                Rule = rule,
                Files = paths,
            },
            cancellationToken);
    }
}
