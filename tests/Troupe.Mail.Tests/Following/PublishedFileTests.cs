using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Mail.Tests;

public sealed class PublishedFileTests
{
    [Fact]
    public void Write_PlaceThatCannotBeTaken_FailsAndLeavesNothing()
    {
        using var folder = new TemporaryFolder();
        Directory.CreateDirectory(folder["cursor.json"]);

        Should.Throw<TroupeException>(() => PublishedFile.Write(folder["cursor.json"], "{}"u8)).Code.ShouldBe(ErrorCode.Storage);

        Directory.GetFileSystemEntries(folder.Path).ShouldBe([folder["cursor.json"]]);
    }
}
