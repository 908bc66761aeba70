namespace Troupe.Weaving.Tests.Trees;

public sealed class PathIndexTests
{
    [Theory]
    [InlineData("a/b", true)]
    [InlineData("a", true)]
    [InlineData("a/b/c", true)]
    [InlineData("a/bc", false)]
    [InlineData("b", false)]
    public void Meets_PathOrFolderAboveOrBelow_Counts(string path, bool meets)
    {
        var index = new PathIndex();
        index.Add("a/b", 3);
        index.Meets([path]).ShouldBe(meets);
        index.Meeting([path]).ShouldBe(meets ? [3] : []);
    }
}
