using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Processes.Tests;

public sealed class ScratchFolderTests : IDisposable
{
    // Above the largest number that a process of this system can have.
    private const string NobodysName = "weave.99999999.1";

    private readonly TemporaryFolder _folder = new();

    private readonly TemporaryFolder _inMemory = new();
    private readonly MemoryPlace _memory;

    public ScratchFolderTests() => _memory = new MemoryPlace(_inMemory.Path, () => 1000);

    public void Dispose()
    {
        _folder.Dispose();
        _inMemory.Dispose();
    }

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
        var place = mine.Make(_memory, 1);
        File.WriteAllText(Path.Combine(place, "file"), "x");

        // As a process leaves it that is killed.
        var abandoned = _folder[NobodysName];
        Directory.Move(mine.Path, abandoned);
        await ScratchFolder.SweepAsync(_folder.Path);
        (Directory.Exists(abandoned), Directory.Exists(place)).ShouldBe((false, false));

        var next = await ScratchFolder.ReserveAsync(_folder.Path, "weave");
        place = next.Make(_memory, 1);
        Directory.Exists(place).ShouldBeTrue();
        next.Dispose();
        (Directory.Exists(next.Path), Directory.Exists(place)).ShouldBe((false, false));
    }

    [Theory]
    [InlineData("folder")]
    [InlineData("link")]
    [InlineData("file")]
    public async Task Make_NameInMemoryIsTaken_TakesAnother(string kind)
    {
        using var mine = await ScratchFolder.ReserveAsync(_folder.Path, "weave");
        var trap = _inMemory["troupe-foreseen"];
        await Scripts.RunAsync(kind switch
        {
            "folder" => $"mkdir -m 700 '{trap}' && touch '{trap}/git'",
            "link" => $"ln -s '{_folder.Path}' '{trap}'",
            _ => $"touch '{trap}'",
        });
        var names = new Queue<string>(["foreseen", "free"]);

        var place = mine.Make(new MemoryPlace(_inMemory.Path, () => 1000) { NewName = names.Dequeue }, 1);

        place.ShouldBe(_inMemory["troupe-free"]);
        Directory.EnumerateFileSystemEntries(place).ShouldBeEmpty();
        PrivateFolder.IsOurs(place).ShouldBeTrue();
        mine.Dispose();
        (Directory.Exists(place), Path.Exists(trap)).ShouldBe((false, true));
    }

    [Theory]
    [InlineData(1000, true)]
    [InlineData(1001, false)]
    public async Task Make_BoundOfThePlace_IsKept(long bytes, bool isInMemory)
    {
        using var mine = await ScratchFolder.ReserveAsync(_folder.Path, "weave");
        (mine.Make(_memory, bytes) != mine.Path).ShouldBe(isInMemory);
        mine.LeaveMemory();
        Directory.EnumerateFileSystemEntries(_inMemory.Path).Concat(Directory.EnumerateFileSystemEntries(mine.Path)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(64L << 20, 8L << 30, 8L << 20)]
    [InlineData(8L << 30, 512L << 20, 64L << 20)]
    [InlineData(64L << 30, 64L << 30, 256L << 20)]
    public void RoomIn_FreeAndMemory_IsAnEighthOfTheSmallerAndNeverMuch(long free, long memory, long room) =>
        MemoryPlace.RoomIn(free, memory).ShouldBe(room);

    [Fact]
    public async Task ReserveAsync_NewParent_IsClosedToOthers()
    {
        using var mine = await ScratchFolder.ReserveAsync(_folder["state/weaves"], "weave");
        PrivateFolder.IsOurs(_folder["state/weaves"]).ShouldBeTrue();
    }

    [Fact]
    public async Task SweepAsync_LinkToAFolderThatIsNotOurs_LeavesItAlone()
    {
        Directory.CreateDirectory(_folder[NobodysName]);
        await Scripts.RunAsync($"mkdir -m 755 '{_inMemory["troupe-x"]}' && ln -s '{_inMemory["troupe-x"]}' '{_folder[NobodysName]}/memory'");
        await ScratchFolder.SweepAsync(_folder.Path);
        (Directory.Exists(_folder[NobodysName]), Directory.Exists(_inMemory["troupe-x"])).ShouldBe((false, true));
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
