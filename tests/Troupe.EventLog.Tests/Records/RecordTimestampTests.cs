using System.Globalization;
using System.Text;
using CsCheck;

namespace Troupe.EventLog.Tests;

public sealed class RecordTimestampTests
{
    [Fact]
    public void Parse_AnyMoment_IsTheOneThatWasWritten() => Gen.DateTime.Sample(moment =>
    {
        var written = moment.ToString(RecordFormat.TimestampPattern, CultureInfo.InvariantCulture);
        var parsed = RecordTimestamp.Parse(Encoding.ASCII.GetBytes(written));
        parsed.Offset.ShouldBe(TimeSpan.Zero);
        parsed.ToString(RecordFormat.TimestampPattern, CultureInfo.InvariantCulture).ShouldBe(written);
    });

    [Theory]
    [InlineData("2026-01-11T09:06:00.000+")]
    [InlineData("2026-01-11 09:06:00.000Z")]
    [InlineData("2026-01-11T09:06:00.00Z")]
    [InlineData("2026-02-30T09:06:00.000Z")]
    [InlineData("2026-01-11T24:06:00.000Z")]
    [InlineData("2026-01-1xT09:06:00.000Z")]
    [InlineData("0000-01-11T09:06:00.000Z")]
    public void Parse_NoMoment_IsSaid(string text) =>
        Should.Throw<FormatException>(() => RecordTimestamp.Parse(Encoding.ASCII.GetBytes(text)));
}
