using System.Text;
using CsCheck;
using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Git.Tests;

public sealed class ObjectWriterTests
{
    private static readonly string[] Words = ["a", "a.b", "a-b", "a0", "A", "b", "ä", "z z", "lib", "lib.c", "lib0", "\uDC80raw"];

    // Names in any order, files and folders that sort against each other, contents with every byte.
    private static readonly Gen<(string Name, bool Folder, byte[] Content)[]> Trees =
        Gen.Select(Gen.Int[0, Words.Length - 1].Select(i => Words[i]), Gen.Bool, Gen.Byte.Array[0, 300]).Array[0, 12]
            .Select(entries => entries.DistinctBy(e => e.Item1).ToArray());

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(ObjectFormat.Sha1)]
    [InlineData(ObjectFormat.Sha256)]
    public async Task Flush_GatheredObjects_AreAPackThatGitFindsSound(ObjectFormat format)
    {
        using var sandbox = await GitSandbox.CreateAsync(format);
        var objects = Path.Combine(sandbox.GitDirectory, "objects");
        var git = sandbox.Git;
        await using var reader = ObjectReader.Open(git);
        var writer = ObjectWriter.Gathering(objects, format);
        var contents = new[] { 0, 15, 16, 2047, 2048, 70_000 }.Select(size => Enumerable.Range(0, size).Select(i => (byte)(i * i)).ToArray()).ToList();
        var blobs = contents.ConvertAll(content => writer.WriteBlob(content));
        var tree = writer.WriteTree([.. blobs.Select((blob, i) => TreeEntry.File($"f{i}", blob))]);
        (await reader.FindAsync(tree.Value, Token)).ShouldBeNull();

        writer.Flush();

        (await reader.ReadTreeAsync(tree, Token)).Count.ShouldBe(blobs.Count);
        foreach (var (blob, content) in blobs.Zip(contents))
        {
            (await reader.ReadBlobAsync(blob, Token)).ToArray().ShouldBe(content);
        }

        Directory.GetFiles(Path.Combine(objects, "pack")).Length.ShouldBe(2);
        await git.RunAsync(["fsck", "--strict", "--full"], GitCall.Plain, Token);
        await git.RunAsync(["verify-pack", .. Directory.GetFiles(Path.Combine(objects, "pack"), "*.idx")], GitCall.Plain, Token);
    }

    [Theory]
    [InlineData(ObjectFormat.Sha1)]
    [InlineData(ObjectFormat.Sha256)]
    public async Task Write_RandomTrees_AreWhatGitMakesOfTheSameInput(ObjectFormat format)
    {
        using var sandbox = await GitSandbox.CreateAsync(format);
        var writer = new ObjectWriter(Path.Combine(sandbox.GitDirectory, "objects"), format);
        List<(TreeId Tree, string Input)> written = [];
        Trees.Sample(
            entries =>
            {
                var lines = entries.Select(e => Entry(writer, e.Name, e.Folder, e.Content)).ToArray();
                var input = string.Concat(lines.Select(l => $"{l.Mode} {(l.Mode.IsTree ? "tree" : "blob")} {l.ObjectName}\t{l.Name}\0"));
                lock (written)
                {
                    written.Add((writer.WriteTree(lines), input));
                }
            },
            iter: 25);

        foreach (var (tree, input) in written)
        {
            var made = await sandbox.Git.RunAsync(["mktree", "-z"], new GitCall { Input = GitPath.Encode(input) }, Token);
            made.OutputText.Trim().ShouldBe(tree.Value);
        }

        await RequireSoundAsync(sandbox);
    }

    [Theory]
    [InlineData(ObjectFormat.Sha1)]
    [InlineData(ObjectFormat.Sha256)]
    public async Task NameOf_RandomBlobs_IsGitsName(ObjectFormat format)
    {
        using var sandbox = await GitSandbox.CreateAsync(format);
        List<byte[]> blobs = [];
        Gen.Byte.Array[0, 5000].Sample(
            blob =>
            {
                lock (blobs)
                {
                    blobs.Add(blob);
                }
            },
            iter: 40);
        for (var i = 0; i < blobs.Count; i++)
        {
            await File.WriteAllBytesAsync(sandbox.Beside($"blob{i}"), blobs[i], Token);
        }

        var paths = string.Concat(Enumerable.Range(0, blobs.Count).Select(i => sandbox.Beside($"blob{i}") + "\n"));
        var call = new GitCall { Input = Encoding.UTF8.GetBytes(paths) };
        var names = await sandbox.Git.RunAsync(["hash-object", "--stdin-paths", "--no-filters"], call, Token);
        blobs.Select(blob => ObjectWriter.NameOf(ObjectKind.Blob, blob, format)).ShouldBe(names.OutputText.Trim().Split('\n'));
    }

    [Fact]
    public async Task WriteCommit_EveryField_IsWhatGitWrites()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var head = await repository.ResolveAsync("HEAD", Token);
        var writer = new ObjectWriter(Path.Combine(sandbox.GitDirectory, "objects"), ObjectFormat.Sha1);
        var author = new GitSignature(new GitIdentity("Ä Author", "a@example.org"), new DateTimeOffset(2026, 3, 4, 5, 6, 7, TimeSpan.FromMinutes(-210)));
        var committer = new GitSignature(new GitIdentity("C", "c@example.org"), new DateTimeOffset(2026, 3, 4, 9, 0, 0, TimeSpan.FromMinutes(345)));
        var commit = writer.WriteCommit(new CommitDraft
        {
            Tree = await repository.TreeOfAsync(head, Token),
            Parents = [head],
            Author = author,
            Committer = committer,
            Message = "Süßes\n\nTroupe-Sprint: 7",
        });

        var call = new GitCall
        {
            Input = Encoding.UTF8.GetBytes("Süßes\n\nTroupe-Sprint: 7\n"),
            Environment = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["GIT_AUTHOR_NAME"] = "Ä Author",
                ["GIT_AUTHOR_EMAIL"] = "a@example.org",
                ["GIT_AUTHOR_DATE"] = "2026-03-04T05:06:07-0330",
                ["GIT_COMMITTER_NAME"] = "C",
                ["GIT_COMMITTER_EMAIL"] = "c@example.org",
                ["GIT_COMMITTER_DATE"] = "2026-03-04T09:00:00+0545",
            },
        };
        var made = await sandbox.Git.RunAsync(["commit-tree", "HEAD^{tree}", "-p", "HEAD"], call, Token);
        commit.Value.ShouldBe(made.OutputText.Trim());
        await RequireSoundAsync(sandbox);
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData(".git")]
    [InlineData(".GIT")]
    [InlineData("a/b")]
    [InlineData("a\0b")]
    public async Task WriteTree_NameThatGitForbids_IsRefused(string name)
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var writer = new ObjectWriter(Path.Combine(sandbox.GitDirectory, "objects"), ObjectFormat.Sha1);
        var blob = writer.WriteBlob("x"u8);
        Should.Throw<TroupeException>(() => writer.WriteTree([TreeEntry.File(name, blob)])).Code.ShouldBe(ErrorCode.InvalidArgument);
    }

    [Fact]
    public async Task WriteTree_FileAndFolderOfOneName_IsRefused()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var writer = new ObjectWriter(Path.Combine(sandbox.GitDirectory, "objects"), ObjectFormat.Sha1);
        var blob = writer.WriteBlob("x"u8);
        TreeEntry[] entries = [TreeEntry.File("a", blob), TreeEntry.File("a.b", blob), TreeEntry.Tree("a", writer.WriteTree([]))];
        Should.Throw<TroupeException>(() => writer.WriteTree(entries)).Message.ShouldContain("twice");
    }

    [Fact]
    public async Task Write_FolderCannotBeWritten_IsAStorageError()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        GitSandbox.WriteIn(sandbox.Beside(""), ("file", "x"));
        var writer = new ObjectWriter(sandbox.Beside("file"), ObjectFormat.Sha1);
        Should.Throw<TroupeException>(() => writer.WriteBlob("x"u8)).Code.ShouldBe(ErrorCode.Storage);
    }

    [Fact]
    public async Task Write_SameObjectFromManyThreads_LeavesOneSoundObject()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var objects = Path.Combine(sandbox.GitDirectory, "objects");
        Parallel.For(0, 64, i => new ObjectWriter(objects, ObjectFormat.Sha1).WriteBlob(Encoding.UTF8.GetBytes($"{i % 4}")));
        Directory.EnumerateFiles(objects, "*", SearchOption.AllDirectories).Count().ShouldBe(4);
        await RequireSoundAsync(sandbox);
    }

    [Fact]
    public void GitSignature_BeforeNineteenSeventy_IsRefused()
    {
        using var folder = new TemporaryFolder();
        var draft = new CommitDraft
        {
            Tree = TreeId.Parse(new string('1', 40)),
            Author = new GitSignature(new GitIdentity("A", "a"), DateTimeOffset.UnixEpoch.AddSeconds(-1)),
            Message = "m",
        };
        Should.Throw<TroupeException>(() => new ObjectWriter(folder.Path, ObjectFormat.Sha1).WriteCommit(draft)).Message.ShouldContain("1970");
    }

    [Theory]
    [InlineData("A\nB", "a@b")]
    [InlineData("A", "a>b")]
    [InlineData(" ", "a@b")]
    public void GitIdentity_WhatGitCannotStore_IsRefused(string name, string email) =>
        Should.Throw<TroupeException>(() => new GitIdentity(name, email)).Code.ShouldBe(ErrorCode.InvalidArgument);

    private static TreeEntry Entry(ObjectWriter writer, string name, bool folder, byte[] content)
    {
        var blob = writer.WriteBlob(content);
        return folder
            ? TreeEntry.Tree(name, writer.WriteTree([TreeEntry.File("f", blob)]))
            : new TreeEntry(content.Length % 2 == 0 ? EntryMode.Regular : EntryMode.Executable, name, blob.Value);
    }

    private static async Task RequireSoundAsync(GitSandbox sandbox)
    {
        var check = await sandbox.Git.TryRunAsync(["fsck", "--full", "--strict", "--no-dangling"], GitCall.Plain, Token);
        check.ExitCode.ShouldBe(0, check.ErrorText + check.OutputText);
    }
}
