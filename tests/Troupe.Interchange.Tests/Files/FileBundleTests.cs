using Troupe.Testing;

namespace Troupe.Interchange.Tests;

public sealed class FileBundleTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Publish_WhatWasWritten_GetsItsNameThenAndNotBefore()
    {
        using var files = new FileBundle(_folder.Path);
        files.Add(_folder["draft"], _folder["name"], "content"u8);
        File.Exists(_folder["name"]).ShouldBeFalse();

        files.Publish();

        File.ReadAllText(_folder["name"]).ShouldBe("content");
        Directory.GetFiles(_folder.Path).ShouldHaveSingleItem();
    }

    [Fact]
    public void Dispose_WhatWasNotPublished_LeavesNothing()
    {
        using (var files = new FileBundle(_folder.Path))
        {
            files.Add(_folder["draft"], _folder["name"], "content"u8);
        }

        Directory.GetFiles(_folder.Path).ShouldBeEmpty();
    }

    [Fact]
    public void Publish_FolderIsGone_IsAFailureOfFiles()
    {
        using var files = new FileBundle(_folder["none"]);
        files.Add(_folder["draft"], _folder["name"], "content"u8);

        Should.Throw<IOException>(files.Publish).Message.ShouldContain("durable");
    }
}
