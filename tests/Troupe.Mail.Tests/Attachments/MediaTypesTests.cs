namespace Troupe.Mail.Tests;

public sealed class MediaTypesTests
{
    [Theory]
    [InlineData("notes.TXT", "text/plain")]
    [InlineData("a.log", "text/plain")]
    [InlineData("read.md", "text/markdown")]
    [InlineData("fix.patch", "text/x-diff")]
    [InlineData("rows.csv", "text/csv")]
    [InlineData("page.htm", "text/html")]
    [InlineData("data.json", "application/json")]
    [InlineData("data.xml", "application/xml")]
    [InlineData("paper.pdf", "application/pdf")]
    [InlineData("all.zip", "application/zip")]
    [InlineData("all.tar.gz", "application/gzip")]
    [InlineData("shot.png", "image/png")]
    [InlineData("shot.JPEG", "image/jpeg")]
    [InlineData("loop.gif", "image/gif")]
    [InlineData("plan.svg", "image/svg+xml")]
    [InlineData("core", "application/octet-stream")]
    [InlineData(".png.exe", "application/octet-stream")]
    public void Of_Name_IsWhatItsEndSuggests(string name, string type) => MediaTypes.Of(name).ShouldBe(type);
}
