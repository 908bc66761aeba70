using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Git.Tests;

/// <summary>The one generated file has to say what git finds in a real checkout, for every path.</summary>
public sealed class TreeAttributesTests
{
    private static readonly string[] Paths =
    [
        "a.txt", "b.md", "src/a.txt", "src/deep/a.txt", "src/deep/b.md", "src/x y.txt", "src/gen/out.cs", "src/gen/in/out.cs",
        "src/only.here", "src/deep/only.here", "only.here", "odd [1]/a.txt", "odd [1]/sub/a.txt", "odd 1/a.txt", "!bang/a.txt",
        "#hash/a.txt", "star*/a.txt", "starx/a.txt", "sp ace/q\"uote.txt", "sp ace/a.txt", "ünï/a.txt", "ünï/ä.txt", "back\\slash/a.txt",
        "docs/x/y/z.md", "docs/z.md", "docs/#note.txt", "docs/!not.txt", "macro/a.txt",
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Generated_NestedFilesOfEveryForm_AgreesWithARealCheckout()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(
            [
                .. Paths.Select(path => (path, (string?)"x\n")),
                (".gitattributes", "\uFEFF* one=root\n*.txt two=txt text\n[attr]pack one=macro -two three\nsrc/gen/** four\n/only.here three=top\n*.md -one !two\n"),
                ("src/.gitattributes", "# comment\n\n*.txt one=src eol=crlf\r\n/only.here three=src\n\"x y.txt\" four=quoted\ngen/*.cs one=gen\n**/in/* two=in\n[attr]ignored one=no\n!a.txt one=never\n"),
                ("src/deep/.gitattributes", "a.txt one=deep !eol\n* three\n"),
                ("odd [1]/.gitattributes", "a.txt one=odd\n/a.txt two=odd\n"),
                ("!bang/.gitattributes", "* one=bang\n"),
                ("#hash/.gitattributes", "*.txt one=hash\n"),
                ("star*/.gitattributes", "a.txt one=star\n"),
                ("sp ace/.gitattributes", "\"q\\\"uote.txt\" one=quote\n*.txt two=space\n"),
                ("ünï/.gitattributes", "ä.txt one=umlaut\n\"\\303\\244.txt\" two=octal\n"),
                ("back\\slash/.gitattributes", "*.txt one=back\n"),
                ("docs/.gitattributes", "x/**/*.md one=below\n**/z.md two=any\n\\#note.txt three=hash\n\\!not.txt three=bang\n\t*.md   four=blank\t\n"),
                ("macro/.gitattributes", "* pack\n"),
            ]);
        var repository = await sandbox.OpenAsync();
        var head = await repository.ResolveAsync("HEAD", Token);
        await using var directory = await PrivateGitDirectory.CreateAsync(repository, sandbox.Beside("private"), head, MergeRules.None, Token);

        var expected = await CheckAsync(sandbox.Git, sandbox.WorkTree);
        var found = await CheckAsync(directory.Git, null);
        expected.Count.ShouldBeGreaterThan(Paths.Length * 2);
        found.ShouldBe(expected);
    }

    [Fact]
    public async Task Generated_NoAttributes_IsEmpty()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("x.gitattributes", "* text\n"), ("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        (await TreeAttributes.ReadAsync(repository.Git, await repository.ResolveAsync("HEAD", Token), Token)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Generated_FolderThatIsNotUtf8_Agrees()
    {
        using var sandbox = await GitSandbox.WithFilesAsync(("a.txt", "1\n"));
        var repository = await sandbox.OpenAsync();
        var writer = new ObjectWriter(Path.Combine(sandbox.GitDirectory, "objects"), ObjectFormat.Sha1);
        var folder = GitPath.Decode([0x66, 0xFC, 0x72]);
        var tree = writer.WriteTree([
            TreeEntry.Tree(folder, writer.WriteTree([TreeEntry.File(".gitattributes", writer.WriteBlob("*.txt one=raw\n"u8)), TreeEntry.File("a.txt", writer.WriteBlob("1"u8))])),
        ]);
        var commit = writer.WriteCommit(new CommitDraft { Tree = tree, Author = GitSandbox.Author, Message = "Raw" });
        await using var directory = await PrivateGitDirectory.CreateAsync(repository, sandbox.Beside("private"), commit, MergeRules.None, Token);

        var question = new GitCall { Input = GitPath.Encode(folder + "/a.txt\0") };
        var answer = await directory.Git.RunAsync(["check-attr", "-z", "--stdin", "one"], question, Token);
        GitPath.Decode(answer.Output.Span).Split('\0')[2].ShouldBe("raw");
    }

    private static async Task<IReadOnlyList<string>> CheckAsync(GitExecutor git, string? workTree)
    {
        var call = new GitCall
        {
            Input = GitPath.Encode(string.Join('\0', Paths) + "\0"),
            WorkingDirectory = workTree,
            Environment = workTree is null ? GitCall.Plain.Environment : new Dictionary<string, string>(StringComparer.Ordinal) { ["GIT_WORK_TREE"] = workTree },
        };
        var result = await git.RunAsync(["check-attr", "-z", "--all", "--stdin"], call, Token);
        return GitPath.Decode(result.Output.Span).Split('\0').Chunk(3).Select(f => string.Join('|', f)).Order(StringComparer.Ordinal).ToArray();
    }
}
