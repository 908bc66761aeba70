using System.Runtime.CompilerServices;

namespace Troupe.Sprints.Tests;

/// <summary>
/// Files that pin what must not change by accident, in <c>Golden/</c> beside the tests. With TROUPE_GOLDEN=write they are
/// written anew, to be read and committed.
/// </summary>
internal static class Golden
{
    public static void Check(string name, string text, [CallerFilePath] string caller = "")
    {
        var file = Path.Combine(ProjectFolder(caller), "Golden", name);
        if (Environment.GetEnvironmentVariable("TROUPE_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        text.ShouldBe(File.ReadAllText(file), $"{file} pins this; if the change is meant, write it anew with TROUPE_GOLDEN=write");
    }

    private static string ProjectFolder(string caller)
    {
        var folder = Path.GetDirectoryName(caller)!;
        while (!Directory.EnumerateFiles(folder, "*.csproj").Any())
        {
            folder = Path.GetDirectoryName(folder)!;
        }

        return folder;
    }
}
