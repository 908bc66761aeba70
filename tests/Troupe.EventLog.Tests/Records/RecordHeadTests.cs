using System.Globalization;
using System.Text;
using CsCheck;

namespace Troupe.EventLog.Tests;

/// <summary>What a sweep takes for a record is what a reader takes for one, and it sees the same in it.</summary>
public sealed class RecordHeadTests
{
    private const string Plain =
        """{"v":1,"id":"01a20932-5eff-7a0d-82c8-08ec9e826b4d","ts":"2026-11-23T16:17:05.791Z","kind":"sent","actor":"bolt","key":"k\\\"1","to":["x"],"o":{"body_sha256":"b"},"body_sha256":"2df82a4d1fd2ba37286fa8423924b5b0f4f6a97a001f3d47cc5e74c58117d843","body":"a \\\" b","prev":"f572aaa816c03d097389f7586afd105d","crc":"00000000"}""";

    private static readonly string Flat = Plain.Replace(""","o":{"body_sha256":"b"}""", "", StringComparison.Ordinal);

    private static readonly string[] Parts =
        ["\"", "\\", ",", "{", "}", "X", "A", "-", ",\"body_sha256\":\"", ",\"body\":\"", ",\"key\":\"", "\",\"actor\":\"", "2", " "];

    [Fact]
    public void TryReadValid_AnyChangeWithARightChecksum_SaysWhatTheReaderSays() => Gen.Select(
        Gen.OneOf<string>(Plain, Flat), Gen.Int[0, Plain.Length - 20], Gen.Int[0, 40], Gen.OneOf<string>(Parts)).Sample((line, at, removed, put) =>
        {
            var end = Math.Min(at + removed, line.Length - RecordFormat.TrailerLength);
            Compare(WithChecksum(line[..Math.Min(at, end)] + put + line[end..]));
        });

    [Fact]
    public void TryReadValid_IdInUpperCase_IsRead() => Compare(WithChecksum(Plain.Replace("7a0d", "7A0D", StringComparison.Ordinal))).ShouldBeTrue();

    [Fact]
    public void TryReadValid_WrongChecksum_IsNone() => RecordHead.TryReadValid(Encoding.UTF8.GetBytes(Plain), out _).ShouldBeFalse();

    [Fact]
    public void AroundPayload_BodyFollows_IsThePayloadAlone()
    {
        var line = WithChecksum(Flat);
        RecordHead.TryReadValid(line, out var head).ShouldBeTrue();

        new SweptRecord(line, head, default).AroundPayloadUtf8.SequenceEqual(""","to":["x"]"""u8).ShouldBeTrue();
    }

    private static bool Compare(byte[] line)
    {
        var expected = RecordCheck.Of(line) == RecordVerdict.Valid ? LogRecord.TryCreate(line, default, default) : null;

        var isRecord = RecordHead.TryReadValid(line, out var head);

        isRecord.ShouldBe(expected is not null, Encoding.UTF8.GetString(line));
        if (expected is not null)
        {
            var record = new SweptRecord(line, head, default);
            record.Id.ShouldBe(expected.Id);
            record.IdTail.ToString("x16", CultureInfo.InvariantCulture).ShouldBe(expected.Id.Value.ToString("N")[16..]);
            Encoding.UTF8.GetString(record.KindUtf8).ShouldBe(expected.Kind);
            record.Open().EscapedBody.SequenceEqual(expected.BodyText is { } body ? line.AsSpan()[body] : default).ShouldBeTrue();
            RecordLayout.TryRead(line, out var layout).ShouldBeTrue();
            record.Open().PayloadUtf8.SequenceEqual(line.AsSpan()[layout.Payload]).ShouldBeTrue();
            (record.AroundPayloadUtf8.StartsWith(record.Open().PayloadUtf8) || HoldsABody(record.Open().PayloadUtf8)).ShouldBeTrue(Encoding.UTF8.GetString(line));
        }

        return isRecord;
    }

    /// <summary>No payload may: a body that is no JSON text is left in the payload, which nobody can read.</summary>
    private static bool HoldsABody(ReadOnlySpan<byte> payload) => payload.IndexOf(RecordFormat.BodyMember) >= 0;

    private static byte[] WithChecksum(string text)
    {
        var line = Encoding.UTF8.GetBytes(text);
        var covered = line.Length - RecordFormat.TrailerLength;
        Encoding.ASCII.GetBytes(Crc32C.Of(line.AsSpan(0, covered)).ToString("x8", CultureInfo.InvariantCulture))
            .CopyTo(line, covered + RecordFormat.ChecksumMember.Length);
        return line;
    }
}
