using Troupe.Mail;

namespace Troupe.Analytics.Tests;

public sealed class AttachmentJsonTests
{
    [Fact]
    public void Of_FileAndLink_HaveTheMembersOfTheirKind() => AttachmentJson.Of(
    [
        new Attachment("report.txt", new string('a', 64), 3, "text/plain"),
        new Attachment("issue", "", 0, "", "https://example.org/1"),
    ]).ShouldBe($$"""[{"name":"report.txt","sha256":"{{new string('a', 64)}}","bytes":3,"media_type":"text/plain"},{"name":"issue","url":"https://example.org/1"}]""");
}
