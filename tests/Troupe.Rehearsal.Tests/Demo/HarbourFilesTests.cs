using Troupe.Rehearsal.Demo;
using Troupe.Testing;

namespace Troupe.Rehearsal.Tests.Demo;

public sealed class HarbourFilesTests
{
    [Fact]
    public void Write_Twice_GivesTheSame() => HarbourFiles.Write().ShouldBe(HarbourFiles.Write());

    [Fact]
    public void Write_IsARepositoryOfSomeSize()
    {
        var files = HarbourFiles.Write();

        files.Count.ShouldBeGreaterThan(250);
        files.Values.Sum(text => text.Length).ShouldBeGreaterThan(200_000);
    }

    [Fact]
    public void WorkingTree_EditThatDoesNotFit_FailsLoudly()
    {
        using var folder = new TemporaryFolder();
        var tree = new WorkingTree(folder.Path);
        tree.Write("a.txt", "one\n");

        Should.Throw<Core.TroupeException>(() => tree.Replace("a.txt", "two", "three")).Message.ShouldContain("a.txt");
        Should.Throw<Core.TroupeException>(() => tree.Append("b.txt", "x")).Message.ShouldContain("b.txt");
    }
}
