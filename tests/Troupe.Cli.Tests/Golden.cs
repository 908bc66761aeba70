using System.Runtime.CompilerServices;

namespace Troupe.Cli.Tests;

/// <summary>Texts that must not change: others rest on them.</summary>
internal static class Golden
{
    private const string Accept = "TROUPE_ACCEPT_GOLDEN";

    public static string PathOf(string name) => Path.Combine(Path.GetDirectoryName(Here())!, "Golden", name);

    /// <summary>Compares with the file of that name; with TROUPE_ACCEPT_GOLDEN=1 it writes it instead.</summary>
    public static void Check(string name, string actual)
    {
        var file = PathOf(name);
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, actual);
        }

        actual.ShouldBe(File.ReadAllText(file));
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
