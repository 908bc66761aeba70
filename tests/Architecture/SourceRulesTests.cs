namespace Troupe.Architecture.Tests;

public sealed class SourceRulesTests
{
    [Fact]
    public void Code_Files_AreShort() => SourceTree.Code.SelectMany(SourceRules.TooLong).ShouldBeEmpty();

    [Fact]
    public void Code_NothingIsLeftUnfinished() => SourceTree.Code.SelectMany(SourceRules.Unfinished).ShouldBeEmpty();

    [Fact]
    public void Code_Files_AreNamedAfterATypeInThem() => SourceTree.Code.SelectMany(SourceRules.Misnamed).ShouldBeEmpty();

    [Fact]
    public void Tree_NamesNoForeignPlace() => SourceTree.All.SelectMany(SourceRules.Foreign).ShouldBeEmpty();

    [Fact]
    public void Tree_IsReallyRead()
    {
        SourceTree.Code.Count().ShouldBeGreaterThan(100);
        SourceTree.All.ShouldContain(file => file.Path == "Troupe.slnx");
        SourceTree.All.ShouldNotContain(file => file.Path.StartsWith("artifacts", StringComparison.Ordinal));
    }

    [Fact]
    public void TooLong_LongFile_IsFound() => SourceRules.TooLong(File(new string('\n', 401))).ShouldNotBeEmpty();

    [Theory]
    [InlineData("// TO" + "DO later")]
    [InlineData("throw new NotImplemented" + "Exception();")]
    public void Unfinished_Word_IsFound(string text) => SourceRules.Unfinished(File(text)).ShouldNotBeEmpty();

    [Theory]
    [InlineData("class Other;", true)]
    [InlineData("class SampleOther;", true)]
    [InlineData("record struct Sample(int N);", false)]
    [InlineData("record Sample(int N);", false)]
    [InlineData("public static partial class Sample\n{", false)]
    public void Misnamed_File_IsFound(string text, bool found) =>
        SourceRules.Misnamed(File(text)).Any().ShouldBe(found);

    [Fact]
    public void Foreign_Place_IsFound()
    {
        SourceRules.Foreign(File("see /ro" + "ot/x")).ShouldNotBeEmpty();
        SourceRules.Foreign(new SourceFile("src/NuGet.config", "")).ShouldNotBeEmpty();
        SourceRules.Foreign(File("see /usr/bin")).ShouldBeEmpty();
    }

    private static SourceFile File(string text) => new("src/Troupe.Core/Sample.cs", text);
}
