using System.Text;
using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Git.Tests;

public sealed class ObjectReaderTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Read_WhatTheWriterWrote_ComesBack()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var writer = new ObjectWriter(Path.Combine(sandbox.GitDirectory, "objects"), ObjectFormat.Sha1);
        byte[] content = [.. Enumerable.Range(0, 100_000).Select(i => (byte)(i % 251))];
        var blob = writer.WriteBlob(content);
        TreeEntry[] entries = [TreeEntry.File("\uDCFFraw", blob), new(new EntryMode(0x81B4), "old-mode", blob.Value)];
        var tree = writer.WriteTree(entries);
        var commit = writer.WriteCommit(new CommitDraft { Tree = tree, Author = GitSandbox.Author, Message = "Subject\n\nBody" });

        await using var reader = ObjectReader.Open(sandbox.Git);
        (await reader.ReadBlobAsync(blob, Token)).ToArray().ShouldBe(content);
        (await reader.ReadTreeAsync(tree, Token)).ShouldBe(entries, ignoreOrder: true);
        var read = await reader.ReadCommitAsync(commit, Token);
        read.Tree.ShouldBe(tree);
        read.Parents.ShouldBeEmpty();
        read.Subject.ShouldBe("Subject");
        read.Message.ShouldBe("Subject\n\nBody\n");
        read.Author.ShouldBe("Test <test@example.org> 1767225600 +0000");
    }

    [Fact]
    public async Task FindAsync_MissingObject_IsNullAndTheNextQuestionIsAnswered()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a b.txt", "1\n"));
        await using var reader = ObjectReader.Open(sandbox.Git);
        (await reader.FindAsync(new string('1', 40), Token)).ShouldBeNull();
        (await reader.FindAsync("HEAD:no such file", Token)).ShouldBeNull();
        Encoding.UTF8.GetString((await reader.FindAsync("HEAD:a b.txt", Token))!.Content.Span).ShouldBe("1\n");
    }

    [Fact]
    public async Task ReadTreeAsync_OfABlob_SaysWhatItIs()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var blob = await sandbox.GitAsync("rev-parse", "HEAD:a.txt");
        await using var reader = ObjectReader.Open(sandbox.Git);
        var error = await Should.ThrowAsync<TroupeException>(() => reader.ReadTreeAsync(TreeId.Parse(blob), Token));
        error.Message.ShouldContain("is a blob, not a tree");
    }

    [Fact]
    public async Task FindAsync_FromManyTasks_EachGetsItsOwnAnswer()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var writer = new ObjectWriter(Path.Combine(sandbox.GitDirectory, "objects"), ObjectFormat.Sha1);
        var blobs = Enumerable.Range(0, 50).Select(i => writer.WriteBlob(Encoding.UTF8.GetBytes($"{i}"))).ToArray();
        await using var reader = ObjectReader.Open(sandbox.Git);
        var read = await Task.WhenAll(blobs.Select(b => reader.ReadBlobAsync(b, Token)));
        read.Select(r => Encoding.UTF8.GetString(r.Span)).ShouldBe(Enumerable.Range(0, 50).Select(i => $"{i}"));
    }

    [Fact]
    public async Task FindAsync_MoreThanThePipesHold_AnswersAllInTheirOrder()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var writer = ObjectWriter.Gathering(Path.Combine(sandbox.GitDirectory, "objects"), ObjectFormat.Sha1);
        var blobs = Enumerable.Range(0, 3000).Select(i => writer.WriteBlob(Encoding.UTF8.GetBytes($"{i} {new string('x', 100)}"))).ToArray();
        writer.Flush();
        var absent = new string('1', 40);
        await using var reader = ObjectReader.Open(sandbox.Git);

        var found = await reader.FindAsync([.. blobs.Select(blob => blob.Value), absent], Token);
        found.Take(3000).Select(item => Encoding.UTF8.GetString(item!.Content.Span).Split(' ')[0]).ShouldBe(Enumerable.Range(0, 3000).Select(i => $"{i}"));
        found[^1].ShouldBeNull();
        (await reader.SizesAsync([blobs[0].Value, absent, blobs[2999].Value], Token)).ShouldBe([102, null, 105]);
        var error = await Should.ThrowAsync<TroupeException>(() => reader.ReadBlobsAsync([blobs[0], BlobId.Parse(absent)], Token));
        error.Message.ShouldContain(absent);
    }

    [Fact]
    public async Task FindAsync_NameLongerThanWhatIsAskedAhead_IsAnswered()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a", "1\n"));
        await using var reader = ObjectReader.Open(sandbox.Git);
        var found = await reader.FindAsync([$"HEAD:{new string('n', 40_000)}", "HEAD:a"], Token);
        found[0].ShouldBeNull();
        Encoding.UTF8.GetString(found[1]!.Content.Span).ShouldBe("1\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("HEAD\nHEAD")]
    public async Task FindAsync_NoName_IsRefusedAndTheNextQuestionIsAnswered(string name)
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a", "1\n"));
        await using var reader = ObjectReader.Open(sandbox.Git);
        (await Should.ThrowAsync<TroupeException>(() => reader.FindAsync(name, Token))).Code.ShouldBe(ErrorCode.InvalidArgument);
        (await reader.FindAsync("HEAD:a", Token)).ShouldNotBeNull();
    }

    [Fact]
    public async Task FindAsync_GitEnds_TellsItsLastWords()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        await using var reader = ObjectReader.Open(new GitExecutor(Directory.CreateDirectory(sandbox.Beside("empty")).FullName, sandbox.Environment));
        var error = await Should.ThrowAsync<TroupeException>(() => reader.FindAsync("HEAD", Token));
        error.Code.ShouldBe(ErrorCode.Git);
        error.Message.ShouldContain("not a git repository");
    }

    [Fact]
    public async Task ReadAsync_Batch_KeepsTheOrderAndNamesWhatIsMissing()
    {
        using var sandbox = await GitSandbox.CreateAsync();
        var writer = new ObjectWriter(Path.Combine(sandbox.GitDirectory, "objects"), ObjectFormat.Sha1);
        string[] names = [writer.WriteBlob("b\n"u8).Value, writer.WriteBlob(""u8).Value, writer.WriteBlob("a"u8).Value];
        var objects = await ObjectBatch.ReadAsync(sandbox.Git, names, Token);
        objects.Select(o => Encoding.UTF8.GetString(o.Content.Span)).ShouldBe(["b\n", "", "a"]);

        var absent = new string('2', 40);
        var error = await Should.ThrowAsync<TroupeException>(() => ObjectBatch.ReadAsync(sandbox.Git, [.. names, absent], Token));
        error.Message.ShouldContain(absent);
    }
}
