using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Troupe.Architecture.Tests;

/// <summary>docs/adr/0001-few-dependencies.md gives a reason for each package that the product uses.</summary>
public sealed class DependenciesTests
{
    [Fact]
    public void Product_EveryPackage_HasItsReason() => Unexplained(
        SourceTree.Projects.SelectMany(path => Packages(File.ReadAllText(path))),
        File.ReadAllText(Path.Combine(SourceTree.Docs, "adr", "0001-few-dependencies.md"))).ShouldBeEmpty();

    [Fact]
    public void Unexplained_PackageWithoutARow_IsFound() =>
        Unexplained(Packages("""<Project><PackageReference Include="Left.Pad" /></Project>"""), "Left.Pad is nice\n| Tomlyn | x |").ShouldBe(["Left.Pad"]);

    private static IEnumerable<string> Packages(string project) => XDocument.Parse(project).Descendants("PackageReference")
        .Select(package => package.Attribute("Include")!.Value);

    private static IEnumerable<string> Unexplained(IEnumerable<string> packages, string record) => packages.Distinct(StringComparer.Ordinal)
        .Where(package => !Regex.IsMatch(record, $@"^\| {Regex.Escape(package)} \|", RegexOptions.Multiline | RegexOptions.NonBacktracking));
}
