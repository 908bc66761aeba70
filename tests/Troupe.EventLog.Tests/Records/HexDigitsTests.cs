using System.Globalization;
using System.Text;
using CsCheck;

namespace Troupe.EventLog.Tests;

public sealed class HexDigitsTests
{
    [Fact]
    public void TryRead_AnyNumber_IsReadFromItsEightLowerCaseDigits() => Gen.UInt.Sample(value =>
    {
        HexDigits.TryRead(Encoding.ASCII.GetBytes(value.ToString("x8", CultureInfo.InvariantCulture)), out var read).ShouldBeTrue();
        read.ShouldBe(value);
    });

    [Fact]
    public void TryRead_AnyOtherByteInAnyPlace_IsRefused()
    {
        for (var at = 0; at < 8; at++)
        {
            for (var code = 0; code < 256; code++)
            {
                var digits = "01ab9f0e"u8.ToArray();
                digits[at] = (byte)code;

                HexDigits.TryRead(digits, out _).ShouldBe(code is (>= '0' and <= '9') or (>= 'a' and <= 'f'), $"{code} at {at}");
            }
        }

        HexDigits.TryRead("0123456"u8, out _).ShouldBeFalse();
    }
}
