using System.Text;

namespace Troupe.EventLog.Tests;

public sealed class PayloadWriterTests
{
    [Fact]
    public void Finish_EveryKindOfMember_IsJsonInTheOrderOfTheCalls()
    {
        var inner = new PayloadWriter().Text("name"u8, "a \"b\"\n").Finish();

        var payload = new PayloadWriter()
            .Number("bytes"u8, 12)
            .Texts("to"u8, ["x", "y"])
            .Objects("files"u8, [inner, inner])
            .Flag("urgent"u8, true)
            .Finish();

        Encoding.UTF8.GetString(payload.Span).ShouldBe(
            """{"bytes":12,"to":["x","y"],"files":[{"name":"a \"b\"\n"},{"name":"a \"b\"\n"}],"urgent":true}""");
    }

    [Fact]
    public void Finish_NothingToSay_LeavesTheMemberOut()
    {
        var payload = new PayloadWriter().Text("a"u8, null).Texts("b"u8, []).Objects("c"u8, []).Flag("d"u8, false).Finish();

        Encoding.UTF8.GetString(payload.Span).ShouldBe("{}");
    }
}
