using CsCheck;

namespace Troupe.Git.Tests;

public sealed class GitPathTests
{
    [Fact]
    public void Decode_ThenEncode_GivesTheSameBytes() =>
        Gen.OneOf(Gen.Byte.Array[0, 40], Gen.String.Select(System.Text.Encoding.UTF8.GetBytes))
            .Sample(bytes => GitPath.Encode(GitPath.Decode(bytes)).AsSpan().SequenceEqual(bytes));

    [Fact]
    public void Decode_Utf8_IsThatText() => GitPath.Decode("ünï/🎭.md"u8).ShouldBe("ünï/🎭.md");

    [Fact]
    public void Decode_DifferentBytes_NeverGiveTheSameText() =>
        Gen.Select(Gen.Byte.Array[0, 4], Gen.Byte.Array[0, 4])
            .Sample((a, b) => a.AsSpan().SequenceEqual(b) == (GitPath.Decode(a) == GitPath.Decode(b)));

    [Theory]
    [InlineData('\uD83D')]
    [InlineData('\uDC00')]
    public void Encode_SurrogateThatNoByteGave_IsRefused(char lone) => Should.Throw<FormatException>(() => GitPath.Encode("a" + lone));

    [Fact]
    public void Quote_ThenUnquote_GivesTheSameBytes() =>
        Gen.Byte.Array[0, 40].Sample(bytes =>
        {
            var quoted = QuotedBytes.Quote(bytes);
            QuotedBytes.TryUnquote([.. quoted, .. " rest"u8], out var read, out var length).ShouldBeTrue();
            length.ShouldBe(quoted.Length);
            return read.AsSpan().SequenceEqual(bytes);
        });

    [Theory]
    [InlineData("plain")]
    [InlineData("\"open")]
    [InlineData("\"bad\\q\"")]
    [InlineData("\"bad\\9\"")]
    public void TryUnquote_NotQuoted_IsFalse(string text) =>
        QuotedBytes.TryUnquote(System.Text.Encoding.UTF8.GetBytes(text), out _, out _).ShouldBeFalse();

    [Fact]
    public void TryUnquote_EveryLetter_IsRead()
    {
        QuotedBytes.TryUnquote("\"\\a\\b\\t\\n\\v\\f\\r\\\"\\\\\""u8, out var bytes, out _).ShouldBeTrue();
        bytes.ShouldBe([7, 8, 9, 10, 11, 12, 13, (byte)'"', (byte)'\\']);
    }
}
