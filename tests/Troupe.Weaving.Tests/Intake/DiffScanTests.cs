using System.Text;

namespace Troupe.Weaving.Tests.Intake;

public sealed class DiffScanTests
{
    private const string Good = "diff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1,2 +1,2 @@\n one\n-two\n+zwei\n";

    [Fact]
    public void Of_OrdinaryDiff_NamesItsPath()
    {
        var scan = Scan(Good);
        scan.Objection.ShouldBeNull();
        scan.Paths.Distinct().ShouldBe(["x"]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("I fixed it, trust me.\n")]
    public void Of_TextWithoutADiff_IsRefused(string text) => Scan(text).Objection.ShouldBe("There is no diff in it.");

    [Theory]
    [InlineData("../outside", "leads out of its folder")]
    [InlineData("a/../../outside", "leads out of its folder")]
    [InlineData(".git/hooks/pre-commit", "git's own folder")]
    [InlineData("sub/.GIT/config", "git's own folder")]
    [InlineData(".Git /config", "git's own folder")]
    [InlineData("git~1/config", "git's own folder")]
    public void Of_PathThatLeadsElsewhere_IsRefused(string path, string reason) =>
        Scan($"--- /dev/null\n+++ b/{path}\n@@ -0,0 +1 @@\n+x\n").Objection.ShouldNotBeNull().ShouldContain(reason);

    [Fact]
    public void Of_AbsolutePath_IsRefused() =>
        Scan("--- /etc/passwd\n+++ /etc/passwd\n@@ -1 +1 @@\n-x\n+y\n").Objection.ShouldBe("The path '/etc/passwd' is absolute.");

    [Fact]
    public void Of_PathInQuotes_IsRead() =>
        Scan("--- /dev/null\n+++ \"b/\\056git/x\"\n@@ -0,0 +1 @@\n+x\n").Objection.ShouldNotBeNull().ShouldContain("git's own folder");

    [Fact]
    public void Of_RenameOutOfTheTree_IsRefused() =>
        Scan("diff --git a/x b/../x\nsimilarity index 100%\nrename from x\nrename to ../x\n").Objection.ShouldNotBeNull();

    [Fact]
    public void Of_RemovedLineThatLooksLikeAHeader_IsNoHeader() =>
        Scan("--- a/x\n+++ b/x\n@@ -1,2 +1,1 @@\n one\n--- /etc/passwd\n").Objection.ShouldBeNull();

    [Fact]
    public void Of_HunkCutOff_IsRefused() => Scan(Good[..^6]).Objection.ShouldBe("It ends in the middle of a hunk.");

    [Fact]
    public void Of_ProseInsideAHunk_NamesTheLine() =>
        Scan("--- a/x\n+++ b/x\n@@ -1,3 +1,3 @@\n one\nsee above\n").Objection.ShouldNotBeNull().ShouldContain("Line 5");

    private static DiffScan Scan(string text) => DiffScan.Of(Encoding.UTF8.GetBytes(text));
}
