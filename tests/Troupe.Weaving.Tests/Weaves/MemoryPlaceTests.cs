using Troupe.Core;
using Troupe.Git;
using Troupe.Processes;
using Troupe.Testing;
using Troupe.Weaving.Tests.Scenes;

namespace Troupe.Weaving.Tests.Weaves;

/// <summary>Where the small files of a weave are, and what happens when there is no room for them.</summary>
public sealed class MemoryPlaceTests
{
    private const string Full = "fatal: write error: No space left on device";

    private static readonly Snapshot Start = Snapshot.Of(("a", Snapshot.Lines(20)));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("cat-file --batch-command", 128)]
    [InlineData("merge-tree", 128)]
    [InlineData("read-tree", 128)]
    [InlineData("apply --cached --whitespace", 1)]
    [InlineData("write-tree", 128)]
    public async Task WeaveAsync_MemoryRunsFull_WeavesOnceMoreOnDisk(string step, int exitCode)
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var memory = Directory.CreateDirectory(scene.Sandbox.Beside("memory")).FullName;
        var request = await RequestAsync(scene);
        await using var expected = await scene.WeaveAsync(request);
        var weaver = new Weaver(await WithGitAsync(scene, memory, step, exitCode), scene.Scratch) { Memory = new MemoryPlace(memory, () => long.MaxValue) };

        await using var weave = await weaver.WeaveAsync(request, Token);

        File.ReadAllText(scene.Sandbox.Beside("failed")).ShouldContain(step);
        (weave.Head, weave.Tree).ShouldBe((expected.Head, expected.Tree));
        weave.Order.ShouldBe(["first", "second", "diff"]);
        Directory.EnumerateFileSystemEntries(memory).ShouldBeEmpty();
    }

    [Fact]
    public async Task WeaveAsync_NoRoomOnDiskEither_IsAFailureAndNoOutcomeOfThePatch()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var weaver = new Weaver(await WithGitAsync(scene, scene.Sandbox.Beside("."), "apply --cached --whitespace", 1), scene.Scratch)
        {
            Memory = new MemoryPlace(scene.Scratch, () => 0),
        };
        var error = await Should.ThrowAsync<TroupeException>(async () => await weaver.WeaveAsync(await RequestAsync(scene), Token));
        error.Code.ShouldBe(ErrorCode.Storage);
        error.Message.ShouldContain("No space left on device");
    }

    [Fact]
    public async Task WeaveAsync_MoreThanThereIsRoomFor_StaysOnDisk()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var memory = Directory.CreateDirectory(scene.Sandbox.Beside("memory")).FullName;
        var request = await RequestAsync(scene);
        (await PlaceOfAsync(request.Patches.Count << 20)).ShouldStartWith(scene.Scratch);
        (await PlaceOfAsync(request.Patches.Count << 21)).ShouldStartWith(memory);

        async Task<string> PlaceOfAsync(long room)
        {
            await using var weave = await new Weaver(scene.Repository, scene.Scratch) { Memory = new MemoryPlace(memory, () => room) }.WeaveAsync(request, Token);
            return weave.Git.GitDirectory;
        }
    }

    [Fact]
    public async Task PublishAsync_WovenInMemory_PacksOnDisk()
    {
        using var scene = await WeaveScene.CreateAsync(Start);
        var memory = Directory.CreateDirectory(scene.Sandbox.Beside("memory")).FullName;
        var log = scene.Sandbox.Beside("packs");

        // What git writes to goes by the name that its standard output has.
        Script.Write(
            scene.Sandbox.Beside("bin/git"),
            $"case \"$*\" in *pack-objects*) to=$(readlink /proc/$$/fd/1); echo \"$to\" >> '{log}' ;; esac\nPATH={scene.Sandbox.Environment["PATH"]} exec git \"$@\"");
        var weaver = new Weaver(await OpenAsync(scene), scene.Scratch) { Memory = new MemoryPlace(memory, () => long.MaxValue) };
        await using var weave = await weaver.WeaveAsync(await RequestAsync(scene), Token);
        weave.Git.GitDirectory.ShouldStartWith(memory);

        await weave.PublishAsync(Token);

        File.ReadAllText(log).ShouldStartWith(scene.Scratch);
    }

    private static async Task<WeaveRequest> RequestAsync(WeaveScene scene)
    {
        var other = scene.Commit(Start.Edited("a", "line 19\n", "neunzehn\n"), scene.Base, "Diff");
        var diff = await scene.Sandbox.GitAsync("diff", "--binary", "--full-index", scene.Base.Value, other.Value);
        return scene.Request(
            scene.Patch("first", start => start.Edited("a", "line 2\n", "zwei\n")),
            scene.Patch("second", start => start.Edited("a", "line 10\n", "zehn\n")),
            new WeavePatch { Label = "diff", Source = new PatchSource.Text(System.Text.Encoding.UTF8.GetBytes(diff + "\n"), null) });
    }

    private static Task<GitRepository> WithGitAsync(WeaveScene scene, string full, string step, int exitCode)
    {
        Script.Write(
            scene.Sandbox.Beside("bin/git"),
            $"""
            case "$GIT_DIR:$*" in '{Path.GetFullPath(full)}'/*"{step}"*)
              echo "$*" > '{scene.Sandbox.Beside("failed")}'
              echo '{Full}' >&2
              exit {exitCode} ;;
            esac
            PATH={scene.Sandbox.Environment["PATH"]} exec git "$@"
            """);
        return OpenAsync(scene);
    }

    private static Task<GitRepository> OpenAsync(WeaveScene scene) => GitRepository.OpenAsync(
        scene.Sandbox.WorkTree,
        new Dictionary<string, string>(scene.Sandbox.Environment, StringComparer.Ordinal)
        {
            ["PATH"] = scene.Sandbox.Beside("bin") + ":" + scene.Sandbox.Environment["PATH"],
        },
        Token);
}
