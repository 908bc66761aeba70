using System.Text;
using CsCheck;

namespace Troupe.Mail.Tests.Safety;

public sealed class AttachmentNameTests
{
    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("olá mundo.txt", "olá mundo.txt")]
    [InlineData("../../etc/passwd", "passwd")]
    [InlineData("..\\..\\boot.ini", "boot.ini")]
    [InlineData("C:\\Users\\x\\a.txt", "a.txt")]
    [InlineData("/etc/", "etc")]
    [InlineData("..", "attachment")]
    [InlineData("../..", "attachment")]
    [InlineData("", "attachment")]
    [InlineData(" . . ", "attachment")]
    [InlineData(".bashrc", "bashrc")]
    [InlineData("...hidden", "hidden")]
    [InlineData(".\u200b.", "attachment")]
    [InlineData("a\0b.txt", "ab.txt")]
    [InlineData("a\r\nb.txt", "ab.txt")]
    [InlineData("evil\u202etxt.exe", "eviltxt.exe")]
    [InlineData("pass\u200bword", "password")]
    [InlineData("a\u2028b", "a b")]
    [InlineData("trailing. . ", "trailing")]
    [InlineData("file.txt:stream", "file.txt_stream")]
    [InlineData("what?*.txt", "what__.txt")]
    [InlineData("-rf", "_-rf")]
    [InlineData("CON", "_CON")]
    [InlineData("con.txt", "_con.txt")]
    [InlineData("C\u200bON", "_CON")]
    [InlineData("nul .tar.gz", "_nul .tar.gz")]
    [InlineData("COM1.log", "_COM1.log")]
    [InlineData("lpt³", "_lpt³")]
    [InlineData("CONIN$", "_CONIN$")]
    [InlineData("console.txt", "console.txt")]
    [InlineData("com.txt", "com.txt")]
    public void Clean_AName_IsOneVisibleSegment(string name, string expected) => AttachmentName.Clean(name).ShouldBe(expected);

    [Fact]
    public void Clean_HalfAPair_IsReplaced() => AttachmentName.Clean("\ud800.txt").ShouldBe("_.txt");

    [Fact]
    public void Clean_ALongName_KeepsItsExtensionAndWholeCharacters()
    {
        var clean = AttachmentName.Clean(new string('é', 300) + ".tar.gz");

        Encoding.UTF8.GetByteCount(clean).ShouldBeInRange(AttachmentName.Longest - 2, AttachmentName.Longest);
        clean.ShouldEndWith("é.gz");
    }

    [Fact]
    public void Clean_ALongExtension_IsCutLikeAnyName() =>
        AttachmentName.Clean("a." + new string('x', 500)).Length.ShouldBe(AttachmentName.Longest);

    [Fact]
    public void Clean_AnyName_IsSafeAndStaysAsItIs()
    {
        string[] pieces =
        [
            "..", ".", "/", "\\", "\0", "\n", "\u202e", "\u200b", "\u00a0", "CON", "nul", "COM1", ":", "-", " ", "é", "a", "txt", "😀", "\ud800", "\u2028", "|", "~",
        ];
        Gen.OneOf(Gen.Int[0, pieces.Length - 1].Select(index => pieces[index]), Gen.String).Array[0, 60].Select(string.Concat).Sample(name =>
        {
            var clean = AttachmentName.Clean(name);

            Encoding.UTF8.GetByteCount(clean).ShouldBeInRange(1, AttachmentName.Longest);
            clean.ShouldNotStartWith(".");
            clean.ShouldNotStartWith("-");
            clean.TrimEnd(' ', '.').ShouldBe(clean);
            clean.IndexOfAny(['/', '\\', '\0', ':', '<', '>', '|', '"', '?', '*']).ShouldBe(-1);
            clean.Any(char.IsControl).ShouldBeFalse();
            Path.GetFileName(clean).ShouldBe(clean);
            WindowsDevice.IsNamed(clean).ShouldBeFalse();
            AttachmentName.Clean(clean).ShouldBe(clean);
        });
    }

    [Fact]
    public void Distinct_NamesThatAreTaken_AreNumberedBeforeTheExtension()
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase) { "A.txt", "a (2).TXT" };

        AttachmentName.Distinct("a.txt", taken.Contains).ShouldBe("a (3).txt");
        AttachmentName.Distinct("b.txt", taken.Contains).ShouldBe("b.txt");
        AttachmentName.Distinct("noext", name => name == "noext").ShouldBe("noext (2)");
    }
}
