using CsCheck;

namespace Troupe.Core.Tests.SettingsFiles;

public sealed class SettingDurationTests
{
    [Theory]
    [InlineData("90s", 90)]
    [InlineData("60m", 3600)]
    [InlineData("1h30m", 5400)]
    [InlineData("2d", 172800)]
    [InlineData("30d", 2592000)]
    public void TryParse_Duration_IsRead(string text, int seconds)
    {
        SettingDuration.TryParse(text, out var duration).ShouldBeTrue();
        duration.TotalSeconds.ShouldBe(seconds);
    }

    [Theory]
    [InlineData("")]
    [InlineData("0s")]
    [InlineData("60")]
    [InlineData("m")]
    [InlineData("30m1h")]
    [InlineData("1m1m")]
    [InlineData("-5m")]
    [InlineData("1 h")]
    [InlineData("31d")]
    [InlineData("99999999999999999999s")]
    [InlineData("2592000d")]
    [InlineData("٣m")]
    public void TryParse_OtherText_IsRefused(string text) => SettingDuration.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Format_AnyDuration_ReadsBack() => Gen.Long[1, SettingDuration.LongestSeconds].Sample(seconds =>
        SettingDuration.TryParse(SettingDuration.Format(TimeSpan.FromSeconds(seconds)), out var read) && (long)read.TotalSeconds == seconds);

    [Fact]
    public void SizeFormat_AnySize_ReadsBack() => Gen.Long[1, long.MaxValue].Sample(bytes =>
        SettingSize.TryParse(SettingSize.Format(bytes), out var read) && read == bytes);

    [Theory]
    [InlineData("0B")]
    [InlineData("1MB")]
    [InlineData("MiB")]
    [InlineData("9999999999999GiB")]
    public void SizeTryParse_OtherText_IsRefused(string text) => SettingSize.TryParse(text, out _).ShouldBeFalse();
}
