using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Git.Tests;

public sealed class TreeDiffTests
{
    private const string Long = "one\ntwo\nthree\nfour\nfive\nsix\nseven\neight\nnine\nten\n";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task CompareAsync_EveryKind_IsReported()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("gone", "1"), ("kept", "2"), ("edited", "3"), ("typed", "4"), ("mode", "5"));
        var before = await TreeAsync(sandbox);
        sandbox.Write(("gone", null), ("edited", "33"), ("new/file", "6"), ("typed", null));
        File.CreateSymbolicLink(Path.Combine(sandbox.WorkTree, "typed"), "kept");
        Script.Write(Path.Combine(sandbox.WorkTree, "mode"), "");
        await sandbox.CommitAsync("After");
        var after = await TreeAsync(sandbox);

        var changes = (await TreeDiff.CompareAsync(sandbox.Git, [new TreePair(before, after)], renames: false, Token))[0];
        changes.Select(c => (c.Kind, c.Path)).ShouldBe(
        [
            (TreeChangeKind.Modified, "edited"), (TreeChangeKind.Deleted, "gone"), (TreeChangeKind.Modified, "mode"),
            (TreeChangeKind.Added, "new/file"), (TreeChangeKind.TypeChanged, "typed"),
        ]);
        var added = changes.Single(c => c.Kind == TreeChangeKind.Added);
        (added.OldMode, added.OldObject, added.NewMode).ShouldBe((null, null, EntryMode.Regular));
        changes.Single(c => c.Path == "mode").NewMode!.Value.IsExecutable.ShouldBeTrue();
        changes.Single(c => c.Path == "typed").NewMode!.Value.IsSymlink.ShouldBeTrue();
    }

    [Fact]
    public async Task CompareAsync_Rename_IsTwoChangesOrOneAsAsked()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("old name", Long));
        var before = await TreeAsync(sandbox);
        await sandbox.CommitAsync("Rename", ("old name", null), ("new\tname", Long + "eleven\n"));
        var after = await TreeAsync(sandbox);

        var plain = (await TreeDiff.CompareAsync(sandbox.Git, [new TreePair(before, after)], renames: false, Token))[0];
        plain.Select(c => c.Kind).ShouldBe([TreeChangeKind.Added, TreeChangeKind.Deleted]);
        var renamed = (await TreeDiff.CompareAsync(sandbox.Git, [new TreePair(before, after)], renames: true, Token))[0].ShouldHaveSingleItem();
        (renamed.Kind, renamed.OldPath, renamed.Path).ShouldBe((TreeChangeKind.Renamed, "old name", "new\tname"));
    }

    [Fact]
    public async Task CompareAsync_ManyPairs_KeepsTheirOrder()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a", "1"));
        var first = await TreeAsync(sandbox);
        await sandbox.CommitAsync("Second", ("b", "2"));
        var second = await TreeAsync(sandbox);

        var all = await TreeDiff.CompareAsync(
            sandbox.Git, [new(first, first), new(first, second), new(second, first), new(first, second), new(second, second)], renames: false, Token);
        all.Select(c => string.Join(',', c.Select(x => $"{x.Kind} {x.Path}"))).ShouldBe(["", "Added b", "Deleted b", "Added b", ""]);
    }

    [Fact]
    public async Task CompareAsync_PathThatIsNotUtf8_KeepsItsBytes()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var writer = new ObjectWriter(Path.Combine(sandbox.GitDirectory, "objects"), ObjectFormat.Sha1);
        var name = GitPath.Decode([(byte)'x', 0xE9, 0xFF]);
        var tree = writer.WriteTree([TreeEntry.File(name, writer.WriteBlob("1"u8))]);
        var change = (await TreeDiff.CompareAsync(sandbox.Git, [new(writer.WriteTree([]), tree)], renames: false, Token))[0].ShouldHaveSingleItem();
        GitPath.Encode(change.Path).ShouldBe([(byte)'x', 0xE9, 0xFF]);
    }

    [Fact]
    public async Task CompareAsync_MissingTree_IsAnError()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a", "1"));
        var tree = await TreeAsync(sandbox);
        var absent = TreeId.Parse(new string('3', 40));
        var error = await Should.ThrowAsync<TroupeException>(() => TreeDiff.CompareAsync(sandbox.Git, [new(tree, absent)], renames: false, Token));
        error.Code.ShouldBe(ErrorCode.Git);
        error.Message.ShouldContain(absent.Value);
    }

    private static async Task<TreeId> TreeAsync(GitSandbox sandbox) => TreeId.Parse(await sandbox.GitAsync("rev-parse", "HEAD^{tree}"));
}
