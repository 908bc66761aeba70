namespace Troupe.Architecture.Tests;

/// <summary>The tree that these tests were built from.</summary>
internal static class SourceTree
{
    private static readonly string[] NotOurs = [".git", "artifacts", "bin", "obj", ".vs", ".idea"];

    public static string Root { get; } = FindRoot();

    public static string Docs => Path.Combine(Root, "docs");

    public static IEnumerable<string> Projects => Directory.EnumerateFiles(Path.Combine(Root, "src"), "*.csproj", SearchOption.AllDirectories);

    public static IEnumerable<SourceFile> Code => Files("src").Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal));

    public static IEnumerable<SourceFile> All => Files("");

    private static IEnumerable<SourceFile> Files(string under) => Walk(Path.Combine(Root, under))
        .Select(path => new SourceFile(Path.GetRelativePath(Root, path), File.ReadAllText(path)));

    private static IEnumerable<string> Walk(string folder)
    {
        foreach (var entry in Directory.EnumerateFileSystemEntries(folder))
        {
            if (NotOurs.Contains(Path.GetFileName(entry), StringComparer.Ordinal))
            {
                continue;
            }

            foreach (var file in Directory.Exists(entry) ? Walk(entry) : [entry])
            {
                yield return file;
            }
        }
    }

    private static string FindRoot()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "Troupe.slnx")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("These tests run inside the source tree.");
        }

        return folder;
    }
}
