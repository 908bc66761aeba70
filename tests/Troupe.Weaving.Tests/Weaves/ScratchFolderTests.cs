using Troupe.Testing;

namespace Troupe.Weaving.Tests.Weaves;

public sealed class ScratchFolderTests
{
    [Fact]
    public void Create_FolderOfAKilledWeave_IsRemoved()
    {
        using var parent = new TemporaryFolder();
        Directory.CreateDirectory(Path.Combine(parent.Path, "weave-killed", "git", "objects"));
        File.WriteAllText(Path.Combine(parent.Path, "weave-killed.lock"), "");

        using var scratch = ScratchFolder.Create(parent.Path);

        Directory.EnumerateFileSystemEntries(parent.Path).Order(StringComparer.Ordinal).ShouldBe([scratch.Path, scratch.Path + ".lock"]);
    }

    [Fact]
    public void Create_FolderOfALivingWeave_Stays()
    {
        using var parent = new TemporaryFolder();
        using var living = ScratchFolder.Create(parent.Path);

        ScratchFolder.Create(parent.Path).Dispose();

        Directory.EnumerateFileSystemEntries(parent.Path).Order(StringComparer.Ordinal).ShouldBe([living.Path, living.Path + ".lock"]);
    }
}
