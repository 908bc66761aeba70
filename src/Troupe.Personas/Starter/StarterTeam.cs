using System.Text;

namespace Troupe.Personas;

/// <summary>What <c>troupe init</c> writes: settings with every key explained, ignore rules, and the first personas.</summary>
public static class StarterTeam
{
    private const string Prefix = "starter/";

    /// <summary>In the order of their paths.</summary>
    public static IReadOnlyList<StarterFile> Files { get; } = Read();

    private static List<StarterFile> Read()
    {
        var assembly = typeof(StarterTeam).Assembly;
        List<StarterFile> files = [];
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!, Encoding.UTF8);

            // A file called .gitignore would take effect in this source tree itself.
            var path = name[Prefix.Length..];
            files.Add(new StarterFile(path == "gitignore" ? ".gitignore" : path, reader.ReadToEnd()));
        }

        files.Sort((a, b) => string.CompareOrdinal(a.Path, b.Path));
        return files;
    }
}
