using System.Text;
using System.Text.Json;
using CsCheck;
using Microsoft.Extensions.Time.Testing;
using Troupe.Core;

namespace Troupe.EventLog.Tests;

public sealed class CodecTests
{
    private static readonly NewRecord Plain = new() { Kind = "tested", Actor = "a" };
    private static readonly Gen<string> AnyText = Gen.Char.Array[0, 40].Select(chars => new string(chars));

    [Fact]
    public void Encode_AnyText_ComesBackEqualOrIsRefused() => AnyText.Select(AnyText).Sample((body, key) =>
    {
        var wellFormed = IsWellFormed(body) && IsWellFormed(key);
        var utf8 = Encoding.UTF8.GetByteCount(key);
        if (!wellFormed || utf8 is 0 or > 512)
        {
            Should.Throw<TroupeException>(() => Encode(Plain with { Body = body, DedupKey = key })).Code.ShouldBe(ErrorCode.InvalidArgument);
            return;
        }

        var record = Encode(Plain with { Body = body, DedupKey = key });
        record.Body.ShouldBe(body);
        record.DedupKey.ShouldBe(key);
        record.Json.Span.IndexOfAnyInRange((byte)0, (byte)0x1f).ShouldBe(-1);
        record.Json.Span.Contains((byte)0x7f).ShouldBeFalse();
        using var json = JsonDocument.Parse(record.Json);
        json.RootElement.GetProperty("body").GetString().ShouldBe(body);
    });

    [Fact]
    public void Encode_AnyPayload_ComesBackEqual() => AnyText.Where(IsWellFormed).Select(AnyText.Where(IsWellFormed), Gen.Double).Sample((name, text, number) =>
    {
        var indented = new JsonWriterOptions { Indented = true };
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, indented))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("x" + name);
            writer.WriteStringValue(text);
            writer.WriteNumberValue(number);
            writer.WriteStartObject();
            writer.WriteNull(text);
            writer.WriteEndObject();
            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        var record = Encode(Plain with { Payload = stream.ToArray(), Body = text });
        using var json = JsonDocument.Parse(record.Json);
        var list = json.RootElement.GetProperty("x" + name);
        list[0].GetString().ShouldBe(text);
        list[1].GetDouble().ShouldBe(number);
        list[2].EnumerateObject().Single().Name.ShouldBe(text);
        record.Body.ShouldBe(text);
    });

    /// <summary>The halves are given as numbers: an attribute would turn them into replacement characters.</summary>
    [Theory]
    [InlineData(0xd800)]
    [InlineData((int)'x', 0xdc00, (int)'y')]
    [InlineData(0xd83d, (int)'x', 0xdc4b)]
    public void Encode_HalfASurrogatePair_IsRefusedEverywhere(params int[] units)
    {
        var half = string.Concat(units.Select(unit => (char)unit));
        var escaped = Encoding.ASCII.GetBytes($$"""{"x":"{{string.Concat(half.Select(c => $"\\u{(int)c:x4}"))}}"}""");
        foreach (var record in (NewRecord[])[Plain with { Body = half }, Plain with { Actor = half }, Plain with { DedupKey = half }, Plain with { Payload = escaped }])
        {
            var refused = Should.Throw<TroupeException>(() => Encode(record));
            refused.Code.ShouldBe(ErrorCode.InvalidArgument);
            refused.Message.ShouldContain("surrogate");
        }
    }

    [Theory]
    [InlineData("[]", "not a JSON object")]
    [InlineData("{", "not JSON")]
    [InlineData("{} {}", "not JSON")]
    [InlineData("{\"a\":1,\"a\":2}", "'a'")]
    [InlineData("{\"\\u0061\":1,\"a\":2}", "'a'")]
    [InlineData("{\"id\":1}", "'id'")]
    [InlineData("{\"\\u0069d\":1}", "'id'")]
    [InlineData("{\"body\":\"x\"}", "'body'")]
    public void Encode_PayloadCannotBeInlined_IsRefused(string payload, string reason)
    {
        var refused = Should.Throw<TroupeException>(() => Encode(Plain with { Payload = Encoding.UTF8.GetBytes(payload) }));

        refused.Code.ShouldBe(ErrorCode.InvalidArgument);
        refused.Message.ShouldContain(reason);
    }

    [Fact]
    public void Encode_PayloadIsNotUtf8_IsRefused() =>
        Should.Throw<TroupeException>(() => Encode(Plain with { Payload = new byte[] { (byte)'{', 0xff, (byte)'}' } })).Message.ShouldContain("not UTF-8");

    [Theory]
    [InlineData("")]
    [InlineData("Sent")]
    [InlineData("1st")]
    [InlineData("se nt")]
    [InlineData("se\"nt")]
    public void Encode_KindIsNoName_IsRefused(string kind) => Should.Throw<TroupeException>(() => Encode(Plain with { Kind = kind }));

    [Fact]
    public void Encode_TextsTooLongOrEmpty_AreRefused()
    {
        foreach (var record in (NewRecord[])
            [Plain with { Kind = new string('a', 65) }, Plain with { Actor = "" }, Plain with { Actor = new string('ä', 65) }, Plain with { DedupKey = new string('k', 513) }])
        {
            Should.Throw<TroupeException>(() => Encode(record)).Code.ShouldBe(ErrorCode.InvalidArgument);
        }

        Encode(Plain with { Kind = new string('a', 64), Actor = new string('a', 128), DedupKey = new string('k', 512) }).Actor.Length.ShouldBe(128);
    }

    [Fact]
    public void Encode_ExactlyTheLargestRecord_IsOneAndOneByteMoreIsRefused()
    {
        var overhead = Encode(Plain with { Body = "" }).Json.Length + 1;
        var body = new string('x', RecordFormat.MaxLength - overhead);

        Encode(Plain with { Body = body }).Body.ShouldBe(body);
        Should.Throw<TroupeException>(() => Encode(Plain with { Body = body + "x" })).Message.ShouldContain("blob store");
    }

    [Fact]
    public void Parse_AnyOtherBytes_IsRefused()
    {
        var json = Encode(Plain).Json.ToArray();
        json[40] ^= 1;

        Should.Throw<TroupeException>(() => LogRecord.Parse(json, Position.Start, Position.Start)).Code.ShouldBe(ErrorCode.Storage);
    }

    [Fact]
    public void NextChain_BodyIsRedacted_StaysTheSame()
    {
        var record = Encode(Plain with { Body = "secret" });
        var text = Encoding.UTF8.GetString(record.Json.Span);
        var covered = Encoding.UTF8.GetBytes(text[..text.LastIndexOf(",\"crc\"", StringComparison.Ordinal)].Replace("\"body\":\"secret\"", "\"body\":\"[redacted]\"", StringComparison.Ordinal));
        var redacted = LogRecord.Parse(
            (byte[])[.. covered, .. Encoding.ASCII.GetBytes($",\"crc\":\"{Crc32C.Of(covered):x8}\"}}")], Position.Start, Position.Start);

        redacted.Body.ShouldBe("[redacted]");
        redacted.NextChain().ShouldBe(record.NextChain());
    }

    [Fact]
    public void RecordId_Suffix_ComesFromTheRandomEnd()
    {
        var id = RecordId.Parse("019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b");

        id.Suffix(6).ShouldBe("8c2e4b");
        id.Suffix(1).ShouldBe("8c2e4b");
        id.Suffix(99).Length.ShouldBe(32);
        id.Matches("8C2E4B").ShouldBeTrue();
        id.Matches(id.ToString()).ShouldBeTrue();
        id.Matches("2e4b").ShouldBeFalse();
        Should.Throw<TroupeException>(() => RecordId.Parse("x"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("1")]
    [InlineData("a:1")]
    [InlineData("1:-1")]
    public void Position_Parse_RefusesOtherTexts(string text) => Should.Throw<TroupeException>(() => Position.Parse(text));

    [Fact]
    public void Position_Order_IsThatOfTheLog()
    {
        var (early, late) = (new Position(0, 900), new Position(1, 5));

        (early < late && late > early && early <= late && late >= early).ShouldBeTrue();
        Position.Parse(late.ToString()).ShouldBe(late);
    }

    private static LogRecord Encode(NewRecord record)
    {
        var into = new System.Buffers.ArrayBufferWriter<byte>();
        RecordEncoder.Encode(record, new FakeTimeProvider()).WriteLine(RecordFormat.ChainStart, into);
        return LogRecord.Parse(into.WrittenMemory[..^1], Position.Start, new Position(0, into.WrittenCount));
    }

    private static bool IsWellFormed(string text)
    {
        try
        {
            return new UTF8Encoding(false, true).GetByteCount(text) >= 0;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}
