using System.Runtime.CompilerServices;
using Shouldly;

namespace Troupe.Testing;

/// <summary>
/// Texts that must not change by accident, because others rest on them: files in <c>Golden/</c> of the test's project.
/// With TROUPE_GOLDEN=write they are written anew, to be read and committed.
/// </summary>
public static class Golden
{
    public static void Check(string name, string actual, [CallerFilePath] string caller = "")
    {
        var file = PathOf(name, caller);
        if (Environment.GetEnvironmentVariable("TROUPE_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        actual.ShouldBe(File.ReadAllText(file), $"{file} pins this; if the change is meant, write it anew with TROUPE_GOLDEN=write");
    }

    public static string PathOf(string name, [CallerFilePath] string caller = "")
    {
        var folder = Path.GetDirectoryName(caller)!;
        while (!Directory.EnumerateFiles(folder, "*.csproj").Any())
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return Path.Combine(folder, "Golden", name);
    }
}
