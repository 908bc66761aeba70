using System.Globalization;
using System.Text;
using CsCheck;

namespace Troupe.EventLog.Tests;

public sealed class RecordTimestampTests
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss.fff'Z'";

    [Fact]
    public void Write_AnyMoment_HasTheOneForm() => Gen.DateTime.Sample(moment =>
    {
        var text = new byte[RecordFormat.TimestampLength];
        RecordTimestamp.Write(new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)), text);
        Encoding.ASCII.GetString(text).ShouldBe(moment.ToString(Pattern, CultureInfo.InvariantCulture));
    });

    [Fact]
    public void Parse_AnyMoment_IsTheOneThatWasWritten() => Gen.DateTime.Sample(moment =>
    {
        var written = moment.ToString(Pattern, CultureInfo.InvariantCulture);
        var parsed = RecordTimestamp.Parse(Encoding.ASCII.GetBytes(written));
        parsed.Offset.ShouldBe(TimeSpan.Zero);
        parsed.ToString(Pattern, CultureInfo.InvariantCulture).ShouldBe(written);
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
