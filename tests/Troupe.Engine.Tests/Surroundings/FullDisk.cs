using System.Globalization;
using Troupe.Testing;

namespace Troupe.Engine.Tests;

/// <summary>
/// A repository that can be read but takes no new object. Root may write anywhere, so files stand where git would make its
/// folders, and what it has lies in an alternate.
/// </summary>
internal static class FullDisk
{
    public static async Task PretendAsync(GitSandbox sandbox)
    {
        var objects = Path.Combine(sandbox.GitDirectory, "objects");
        var full = objects + "-full";
        Directory.Move(objects, full);
        Directory.CreateDirectory(Path.Combine(objects, "info"));
        Directory.CreateDirectory(Path.Combine(objects, "pack"));
        await File.WriteAllTextAsync(Path.Combine(objects, "info", "alternates"), full + "\n", Scene.Token);
        foreach (var number in Enumerable.Range(0, 256))
        {
            await File.WriteAllTextAsync(Path.Combine(objects, number.ToString("x2", CultureInfo.InvariantCulture)), "", Scene.Token);
        }
    }
}
