namespace Troupe.Architecture.Tests;

public sealed class FloorsTests
{
    public static TheoryData<string> Rooms => [.. Floors.All.SelectMany(floor => floor)];

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Project_References_LeadDown(string room) =>
        Floors.Violations(room, RoomReferences.OfProject(File.ReadAllText(ProjectOf(room)))).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Assembly_References_LeadDown(string room) =>
        Floors.Violations(room, RoomReferences.OfAssembly(AssemblyOf(room))).ShouldBeEmpty();

    [Fact]
    public void Floors_Rooms_AreExactlyTheProjects() => SourceTree.Projects
        .Select(path => Path.GetFileNameWithoutExtension(path)["Troupe.".Length..]).Order(StringComparer.Ordinal)
        .ShouldBe(Floors.All.SelectMany(floor => floor).Order(StringComparer.Ordinal));

    [Fact]
    public void Documentation_Picture_IsTheFloors()
    {
        var picture = Architecture().Split("```\n")[1].TrimEnd('\n').Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries));

        picture.ShouldBe(Floors.All.Select(floor => floor.ToArray()));
    }

    [Theory]
    [MemberData(nameof(Rooms))]
    public void Documentation_EveryRoom_HasItsParagraph(string room) => ParagraphLength(Architecture(), room).ShouldBeGreaterThan(100);

    [Theory]
    [InlineData("Core", "Git")]
    [InlineData("Mail", "Personas")]
    [InlineData("Mail", "Engine")]
    [InlineData("Nowhere", "Core")]
    [InlineData("Cli", "Nowhere")]
    public void Violations_ArrowUpOrSidewaysOrNowhere_IsFound(string room, string reference) =>
        Floors.Violations(room, [reference]).ShouldNotBeEmpty();

    [Fact]
    public void OfProject_Sample_IsRead() =>
        RoomReferences.OfProject("""<Project><ItemGroup><ProjectReference Include="..\Troupe.Git\Troupe.Git.csproj" /></ItemGroup></Project>""")
            .ShouldBe(["Git"]);

    [Fact]
    public void OfAssembly_Cli_KnowsCore() => RoomReferences.OfAssembly(AssemblyOf("Cli")).ShouldContain("Core");

    [Fact]
    public void ParagraphLength_HeadingAlone_IsZero() => ParagraphLength("### Troupe.Git\n\n### Troupe.Mail\nwords", "Git").ShouldBe(0);

    private static string Architecture() => File.ReadAllText(Path.Combine(SourceTree.Docs, "architecture.md"));

    private static string ProjectOf(string room) => Path.Combine(SourceTree.Root, "src", $"Troupe.{room}", $"Troupe.{room}.csproj");

    // A program's assembly has the name of the program.
    private static string AssemblyOf(string room) => Path.Combine(AppContext.BaseDirectory, room switch
    {
        "Cli" => "troupe.dll",
        "JulesMail" => "jules-mail.dll",
        _ => $"Troupe.{room}.dll",
    });

    private static int ParagraphLength(string document, string room)
    {
        var parts = document.Split($"### Troupe.{room}\n");
        return parts.Length < 2 ? 0 : parts[1].Split("\n#")[0].Trim() is var text && text.StartsWith('#') ? 0 : text.Length;
    }
}
