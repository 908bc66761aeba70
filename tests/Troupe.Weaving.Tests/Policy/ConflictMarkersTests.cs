using System.Text;

namespace Troupe.Weaving.Tests.Policy;

public sealed class ConflictMarkersTests
{
    private const string Conflict = "a\n<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> branch\n";

    [Theory]
    [InlineData(Conflict, "2,6")]
    [InlineData("<<<<<<<\r\nx\r\n=======\r\ny\r\n>>>>>>>\r\n", "1,5")]
    [InlineData("<<<<<<< HEAD\nhalf resolved\n", "1")]
    [InlineData("||||||| base\nx\n>>>>>>> theirs", "3")]
    [InlineData("Heading\n=======\n\ntext\n", "")]
    [InlineData(">>>>>>> quoted seven times over\n", "")]
    [InlineData("<<<<<<<< eight\n <<<<<<< indented\n<<<<<<<x\n", "")]
    [InlineData("", "")]
    public void In_Text_FindsTheLinesThatOpenOrClose(string text, string lines) =>
        string.Join(',', ConflictMarkers.In(Encoding.UTF8.GetBytes(text)).Select(marker => marker.Number)).ShouldBe(lines);

    [Fact]
    public void In_BinaryFile_FindsNone() => ConflictMarkers.In(Encoding.UTF8.GetBytes("\0" + Conflict)).ShouldBeEmpty();

    [Fact]
    public void In_OtherSize_CountsOnlyThat()
    {
        ConflictMarkers.In(Encoding.UTF8.GetBytes(Conflict), 32).ShouldBeEmpty();
        ConflictMarkers.In(Encoding.UTF8.GetBytes(new string('<', 32) + " HEAD\n"), 32).ShouldHaveSingleItem();
    }
}
