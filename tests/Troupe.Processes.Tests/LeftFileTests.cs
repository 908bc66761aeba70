using System.Text;
using Troupe.Testing;

namespace Troupe.Processes.Tests;

/// <summary>Whatever stands in a file's place keeps nobody waiting.</summary>
public sealed class LeftFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task EveryKind_IsToldApartAndOnlyAFileIsRead()
    {
        await ProgramRunner.RunAsync(
            Scripts.Shell("echo text > file; mkdir folder; ln -s file link; ln -s nowhere dangling; mkfifo pipe") with { WorkingDirectory = _folder.Path },
            TestContext.Current.CancellationToken);

        string[] names = ["file", "folder", "link", "dangling", "pipe", "nothing"];
        names.Select(name => LeftFile.KindOf(_folder[name])).ShouldBe(
            [EntryKind.File, EntryKind.Folder, EntryKind.Link, EntryKind.Link, EntryKind.Special, EntryKind.None]);
        names.Where(name => LeftFile.TryRead(_folder[name]) is not null).ShouldBe(["file"]);
        Encoding.UTF8.GetString(LeftFile.TryRead(_folder["file"])!).ShouldBe("text\n");
    }
}
