using System.Security.Cryptography;

namespace Troupe.EndToEnd;

/// <summary>
/// What only looks changes nothing: not a byte of the repository or the work tree, no mode and no time. The one exception is git's own:
/// where a merge comes to an object that is there already, git sets that file's time, so that no garbage collection takes it away.
/// </summary>
[System.Runtime.Versioning.UnsupportedOSPlatform("windows")]
public sealed class UntouchedRepositoryTests
{
    [Theory]
    [InlineData("plan")]
    [InlineData("apply --dry-run")]
    [InlineData("apply --dry-run --onto other")]
    [InlineData("apply --dry-run --verify true")]
    public async Task Weave_ThatOnlyLooks_LeavesEveryByteAndEveryTime(string arguments)
    {
        using var stage = await WeaveStage.CreateAsync();
        var before = Fingerprint(stage.Repository);
        await stage.WeaveAsync(arguments.Split(' '));
        Fingerprint(stage.Repository).ShouldBe(before);
    }

    [Fact]
    public async Task Plan_ReadOnlyRepository_IsMadeAllTheSame()
    {
        using var stage = await WeaveStage.CreateAsync();
        var expected = (await stage.WeaveAsync("plan")).GetProperty("tree").GetString();
        var entries = Directory.EnumerateFileSystemEntries(stage.Repository, "*", SearchOption.AllDirectories).Append(stage.Repository)
            .ToDictionary(path => path, File.GetUnixFileMode, StringComparer.Ordinal);
        try
        {
            foreach (var (path, mode) in entries)
            {
                File.SetUnixFileMode(path, mode & ~(UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite));
            }

            var before = Fingerprint(stage.Repository);
            (await stage.WeaveAsync("plan")).GetProperty("tree").GetString().ShouldBe(expected);
            Fingerprint(stage.Repository).ShouldBe(before);
        }
        finally
        {
            foreach (var (path, mode) in entries)
            {
                File.SetUnixFileMode(path, mode);
            }
        }
    }

    private static IReadOnlyList<string> Fingerprint(string folder) =>
    [
        .. Directory.EnumerateFileSystemEntries(folder, "*", SearchOption.AllDirectories).Append(folder).Order(StringComparer.Ordinal)
            .Select(path => $"{path} {File.GetUnixFileMode(path)} {(IsObject(path) ? "" : File.GetLastWriteTimeUtc(path).ToString("O"))} "
                + (Directory.Exists(path) ? "" : Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))))),
    ];

    private static bool IsObject(string path) => File.Exists(path) && path.Contains("/.git/objects/", StringComparison.Ordinal);
}
