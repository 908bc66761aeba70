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

    [Fact]
    public void Sha256_Parse_RefusesOtherTexts()
    {
        Sha256.Parse(new string('a', 64)).Value.ShouldBe(new string('a', 64));
        Should.Throw<TroupeException>(() => Sha256.Parse(new string('A', 64)));
        Should.Throw<InvalidOperationException>(() => default(Sha256).Value);
        Encoding.ASCII.GetByteCount(Sha256.Of("x"u8).ToString()).ShouldBe(64);
    }
}
