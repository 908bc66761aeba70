using System.Security.Cryptography;
using System.Text;
using CsCheck;
using Troupe.Core;

namespace Troupe.EventLog.Tests;

public sealed class HashTests
{
    [Fact]
    public void Sha256_AnyBytes_IsWhatTheSystemSays() => Gen.Byte.Array[0, 300].Sample(bytes =>
        Sha256.Of(bytes).Value.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(bytes))));

    [Fact]
    public void Sha256_InPieces_IsThatOfTheWhole() => Gen.Byte.Array[0, 100].Array[0, 8].Sample(pieces =>
    {
        var hasher = new Sha256Hasher();
        foreach (var piece in pieces)
        {
            hasher.Append(piece);
        }

        Sha256.Of(hasher).ShouldBe(Sha256.Of(pieces.SelectMany(p => p).ToArray()));
    });

    [Fact]
    public void Crc32C_KnownVector_IsRight() => Crc32C.Of("123456789"u8).ShouldBe(0xe3069283);

    /// <summary>Long enough for parts that are taken in side by side, and for what is left of them.</summary>
    [Fact]
    public void Crc32C_AnyBytesInPieces_IsThatOfBitAfterBit() => Gen.Select(Gen.Byte.Array[0, 1300], Gen.Int[0, 1300]).Sample((bytes, cut) =>
    {
        var expected = Crc32C.Start;
        foreach (var one in bytes)
        {
            expected ^= one;
            for (var bit = 0; bit < 8; bit++)
            {
                expected = (expected >> 1) ^ ((expected & 1) == 0 ? 0 : 0x82f63b78u);
            }
        }

        cut = Math.Min(cut, bytes.Length);
        Crc32C.Finish(Crc32C.Continue(Crc32C.Continue(Crc32C.Start, bytes.AsSpan(0, cut)), bytes.AsSpan(cut))).ShouldBe(~expected);
    });

    [Fact]
    public void Sha256_Parse_RefusesOtherTexts()
    {
        Sha256.Parse(new string('a', 64)).Value.ShouldBe(new string('a', 64));
        Should.Throw<TroupeException>(() => Sha256.Parse(new string('A', 64)));
        Should.Throw<InvalidOperationException>(() => default(Sha256).Value);
        Encoding.ASCII.GetByteCount(Sha256.Of("x"u8).ToString()).ShouldBe(64);
    }
}
