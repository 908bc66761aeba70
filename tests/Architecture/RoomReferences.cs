using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace Troupe.Architecture.Tests;

/// <summary>Which rooms a room refers to: by its project file, and by what the compiler really put into its assembly.</summary>
internal static class RoomReferences
{
    private const string Prefix = "Troupe.";

    public static IEnumerable<string> OfProject(string projectXml) => XDocument.Parse(projectXml).Descendants("ProjectReference")
        .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/'))[Prefix.Length..]);

    public static IReadOnlyList<string> OfAssembly(string path)
    {
        using var file = new PEReader(File.OpenRead(path));
        var metadata = file.GetMetadataReader();
        return
        [
            .. metadata.AssemblyReferences
                .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
                .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
                .Select(name => name[Prefix.Length..]),
        ];
    }
}
