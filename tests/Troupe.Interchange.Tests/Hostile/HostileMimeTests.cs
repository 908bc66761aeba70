using System.Text;
using CsCheck;

namespace Troupe.Interchange.Tests;

/// <summary>Messages that were made to hurt whoever reads them.</summary>
public sealed class HostileMimeTests
{
    [Fact]
    public void Nesting_AThousandDeep_IsReadInBoundedDepth()
    {
        var text = new StringBuilder(Envelope);
        for (var depth = 0; depth < 1000; depth++)
        {
            text.Append($"Content-Type: multipart/mixed; boundary=b{depth}\n\n--b{depth}\n");
        }

        text.Append("Content-Type: text/plain\n\nhello\n");

        var letter = Read(text.ToString());

        letter.Subject.ShouldBe("S");
        letter.Enclosures.Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Messages_InMessagesAThousandDeep_AreOneAttachment()
    {
        var text = string.Concat(Enumerable.Repeat("Subject: S\nContent-Type: message/rfc822\n\n", 1000));

        Read(text + "Subject: last\n\nhello").Enclosures.Count.ShouldBe(1);
    }

    [Fact]
    public void Headers_LongerThanAllowed_AreRefusedBeforeTheyAreParsed()
    {
        var text = Envelope + "X: " + new string('a', LetterLimits.LongestHeaders) + "\n\nhello";

        Should.Throw<FormatException>(() => Read(text)).Message.ShouldBe("its headers have more than 1048576 bytes");
    }

    [Fact]
    public void Headers_ManyThousands_AreRead()
    {
        var text = Envelope + string.Concat(Enumerable.Range(0, 20_000).Select(number => $"X-{number}: y\n")) + "\nhello\n";

        Read(text).Body.ShouldBe("hello\n");
    }

    [Fact]
    public void Parts_MoreThanAllowed_AreRefused()
    {
        var text = Envelope + "Content-Type: multipart/mixed; boundary=b\n\n" + string.Concat(Enumerable.Repeat("--b\n\nx\n", LetterLimits.MostParts + 1)) + "--b--\n";

        Should.Throw<FormatException>(() => Read(text)).Message.ShouldContain("more than 500 parts");
    }

    [Theory]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..\\..\\boot.ini", "boot.ini")]
    [InlineData("/absolute", "absolute")]
    [InlineData(".bashrc", "bashrc")]
    [InlineData("..", "attachment")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("-rf", "_-rf")]
    public void AttachmentName_OfATraverser_IsHarmless(string written, string kept) =>
        ReadAttachment($"filename=\"{written.Replace("\\", "\\\\", StringComparison.Ordinal)}\"").Name.ShouldBe(kept);

    [Theory]
    [InlineData("filename*=utf-8''a%00b%2F..%2Fc.txt", "c.txt")]
    [InlineData("filename*=utf-8''%E2%80%AEtxt.exe", "txt.exe")]
    [InlineData("filename*0=one; filename*1=two.txt", "onetwo.txt")]
    [InlineData("filename=\"=?utf-8?b?b2zDoS50eHQ=?=\"", "olá.txt")]
    public void AttachmentName_InAnotherSpelling_IsDecodedAndHarmless(string parameter, string kept) => ReadAttachment(parameter).Name.ShouldBe(kept);

    [Fact]
    public void AttachmentName_OfAMillionCharacters_IsCut() =>
        ReadAttachment($"filename=\"{new string('x', 900_000)}.txt\"").Name.Length.ShouldBeLessThanOrEqualTo(200);

    [Theory]
    [InlineData("base64", "!!!! not base64 ====")]
    [InlineData("quoted-printable", "=ZZ=\n=")]
    [InlineData("uuencode", "begin 644 x\n#0V%T\n`\nend\n")]
    [InlineData("x-yencode", "=ybegin line=128 size=9999999999 name=x\nabc\n=yend size=9999999999\n")]
    [InlineData("nonsense", "hello")]
    public void TransferEncoding_Broken_GivesATextOfNoMoreThanItsLength(string encoding, string body)
    {
        var letter = Read($"{Envelope}Content-Transfer-Encoding: {encoding}\n\n{body}");

        letter.Body.Length.ShouldBeLessThanOrEqualTo(body.Length);
    }

    [Theory]
    [InlineData("utf-7", "+ADw-script+AD4-")]
    [InlineData("x-unknown", "caf\u00e9")]
    [InlineData("utf-16", "odd")]
    [InlineData("iso-2022-jp", "\u001b$B\u001b(B")]
    public void Charset_OddOrUnknown_GivesValidUnicode(string charset, string body)
    {
        var letter = Read(Encoding.Latin1.GetBytes($"{Envelope}Content-Type: text/plain; charset={charset}\n\n{body}"));

        Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(letter.Body)).ShouldBe(letter.Body);
    }

    [Fact]
    public void OwnHeaders_WithoutTheVersion_AreNotBelieved()
    {
        var letter = Read(Envelope + "X-Troupe-Recipients: lead\nX-Troupe-Priority: urgent\nX-Troupe-Attested: s1-bolt-1\n\nhello");

        (letter.Recipients, letter.Priority, letter.Attested).ShouldBe((null, Mail.Priority.Normal, null));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\0\0\0\0")]
    [InlineData("just some text\nwith lines\n")]
    public void NoMessage_IsRefused(string text) => Should.Throw<FormatException>(() => Read(text)).Message.ShouldNotBeEmpty();

    [Fact]
    public void AnyBytes_AreALetterOrRefused() => Gen.Byte.Array[0, 2000].Sample(
        bytes =>
        {
            try
            {
                MimeLetterReader.Read([.. Encoding.ASCII.GetBytes(Envelope), .. bytes], found: null);
            }
            catch (FormatException)
            {
                // The one way in which a message may be refused.
            }
        },
        iter: 500);

    [Fact]
    public void AnyChangedExport_IsALetterOrRefused() => Gen.Select(Letters.Any, Gen.Select(Gen.Int[0, 5000], Gen.Byte).Array[1, 20]).Sample(
        (letter, changes) =>
        {
            var bytes = MimeLetterWriter.Write(letter, withStates: true).ToArray();
            foreach (var (place, value) in changes)
            {
                bytes[place % bytes.Length] = value;
            }

            try
            {
                MimeLetterReader.Read(bytes, found: null);
            }
            catch (FormatException)
            {
                // The one way in which a message may be refused.
            }
        },
        iter: 500);

    private const string Envelope = "From: ann@example.org\nSubject: S\nMessage-ID: <1@example.org>\n";

    private static Enclosure ReadAttachment(string parameter) => Read(
        $"{Envelope}Content-Type: multipart/mixed; boundary=b\n\n--b\n\ntext\n--b\nContent-Disposition: attachment; {parameter}\n\nx\n--b--\n").Enclosures.ShouldHaveSingleItem();

    private static Letter Read(string text) => Read(Encoding.UTF8.GetBytes(text));

    private static Letter Read(byte[] bytes) => MimeLetterReader.Read(bytes, found: null);
}
