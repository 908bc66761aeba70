using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Processes.Tests;

public sealed class ScratchFolderTests : IDisposable
{
    // Above the largest number that a process of this system can have.
    private const string NobodysName = "weave.99999999.1";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task ReserveAsync_OwnerIsGone_RemovesItsFolderAndEndsWhatWorksForIt()
    {
        var abandoned = Directory.CreateDirectory(_folder[NobodysName]).FullName;
        var sleep = Scripts.UniqueSleep();
        DetachedProcess.Start(new DetachedRequest
        {
            Program = "sh",
            Arguments = ["-c", $"mv log done; exec {sleep}"],
            WorkingDirectory = _folder.Path,
            Environment = new Dictionary<string, string>(Scripts.Surroundings, StringComparer.Ordinal) { [ScratchFolder.Variable] = abandoned },
            LogFile = _folder["log"],
        });
        await _folder.WaitForFileAsync("done");

        using var mine = await ScratchFolder.ReserveAsync(_folder.Path, "weave");

        Directory.Exists(abandoned).ShouldBeFalse();
        await _folder.WaitAsync(() => !Scripts.IsAlive(sleep));
    }

    [Fact]
    public async Task SweepAsync_OwnerIsAliveOrNameIsAnothers_LeavesItAlone()
    {
        using var mine = await ScratchFolder.ReserveAsync(_folder.Path, "weave");
        Directory.CreateDirectory(mine.Path);
        Directory.CreateDirectory(_folder["logs"]);
        Directory.CreateDirectory(_folder["a.b.c"]);

        await ScratchFolder.SweepAsync(_folder.Path);

        Directory.EnumerateDirectories(_folder.Path).Select(Path.GetFileName).ShouldBe([Path.GetFileName(mine.Path), "logs", "a.b.c"], ignoreOrder: true);
    }

    [Fact]
    public async Task SweepAsync_OwnersNumberBelongsToALaterProcess_RemovesTheFolder()
    {
        var abandoned = Directory.CreateDirectory(_folder[$"weave.{Environment.ProcessId}-1.1"]).FullName;
        await ScratchFolder.SweepAsync(_folder.Path);
        Directory.Exists(abandoned).ShouldBeFalse();
    }

    [Fact]
    public async Task Make_PlaceInMemory_GoesWithTheFolderAndWithOneThatIsAbandoned()
    {
        var mine = await ScratchFolder.ReserveAsync(_folder.Path, "weave");
        var place = mine.Make();
        File.WriteAllText(Path.Combine(place, "file"), "x");
        Assert.SkipUnless(place != mine.Path, "This system has no place in memory, or not enough room there.");

        // As a process leaves it that is killed.
        var abandoned = _folder[NobodysName];
        Directory.Move(mine.Path, abandoned);
        await ScratchFolder.SweepAsync(_folder.Path);
        (Directory.Exists(abandoned), Directory.Exists(place)).ShouldBe((false, false));

        var next = await ScratchFolder.ReserveAsync(_folder.Path, "weave");
        place = next.Make();
        Directory.Exists(place).ShouldBeTrue();
        next.Dispose();
        (Directory.Exists(next.Path), Directory.Exists(place)).ShouldBe((false, false));
    }

    [Fact]
    public async Task SweepAsync_LinkToAForeignFolder_LeavesItAlone()
    {
        var foreign = Directory.CreateDirectory(_folder["foreign"]).FullName;
        Directory.CreateDirectory(_folder[NobodysName]);
        File.CreateSymbolicLink(Path.Combine(_folder[NobodysName], "memory"), foreign);
        await ScratchFolder.SweepAsync(_folder.Path);
        (Directory.Exists(_folder[NobodysName]), Directory.Exists(foreign)).ShouldBe((false, true));
    }

    [Fact]
    public async Task Dispose_FolderProtectedAgainstDeletion_RemovesItAllTheSame()
    {
        var scratch = await ScratchFolder.ReserveAsync(_folder.Path, "weave");
        await Scripts.RunAsync($"mkdir -p '{scratch.Path}/cache/deep' && touch '{scratch.Path}/cache/deep/file' && chmod -R a-w '{scratch.Path}'");

        scratch.Dispose();

        Directory.Exists(scratch.Path).ShouldBeFalse();
    }

    [Fact]
    public async Task SweepAsync_ProcessThatCannotBeEnded_LeavesItsFolderAndGoesOn()
    {
        var (stuck, other) = (Directory.CreateDirectory(_folder[NobodysName]).FullName, Directory.CreateDirectory(_folder["weave.99999999.2"]).FullName);

        await ScratchFolder.SweepAsync(
            _folder.Path, folder => folder == stuck ? throw new TroupeException(ErrorCode.Process, "It waits for a device.") : Task.CompletedTask);

        (Directory.Exists(stuck), Directory.Exists(other)).ShouldBe((true, false));
    }

    [Fact]
    public async Task SweepAsync_NoParent_IsNothingToDo() =>
        await Should.NotThrowAsync(() => ScratchFolder.SweepAsync(_folder["missing"]));
}
