using System.Text;
using CsCheck;

namespace Troupe.Interchange.Tests;

/// <summary>Messages in one file: quoted, split and given back, whatever they hold.</summary>
public sealed class MboxTests
{
    private static readonly string[] Pieces = ["From ", ">From ", ">>>From x", "From", "x", ">", "\n", "\r\n", "\n\n", " ", "olá", "\0"];

    [Fact]
    public void AnyMessages_QuotedAndSplit_ComeBackEqual() => Gen.Int[0, Pieces.Length - 1].Array[0, 30].Select(places => string.Concat(places.Select(place => Pieces[place])) + "x\n").Array[1, 4].Sample(
        messages =>
        {
            using var file = new MemoryStream();
            foreach (var message in messages)
            {
                file.Write("From a@b Sun Jan 11 09:06:00 2026\n"u8);
                MboxQuoting.Quote(Encoding.UTF8.GetBytes(message), file);
                file.Write("\n"u8);
            }

            file.Position = 0;
            new MboxSplitter(file).Messages().Select(found => Encoding.UTF8.GetString(found.Message!)).ShouldBe(messages);
        },
        iter: 1000);

    [Theory]
    [InlineData(65_536)]
    [InlineData(65_500)]
    [InlineData(200_000)]
    public void Line_LongerThanTheBuffer_IsOneLine(int length)
    {
        var message = new string('x', length) + "\nFrom y\n";
        using var file = new MemoryStream(Encoding.ASCII.GetBytes($"From a\n{message}\nFrom b\nz\n"));

        new MboxSplitter(file).Messages().Select(found => Encoding.UTF8.GetString(found.Message!)).ShouldBe([message, "z\n"]);
    }

    [Fact]
    public void Message_LongerThanAllowed_IsPassedOverAndTheNextIsRead()
    {
        using var file = new MemoryStream();
        file.Write("From a\n"u8);
        var line = Encoding.ASCII.GetBytes(new string('x', 1024 * 1024 - 1) + "\n");
        for (var megabytes = 0; megabytes <= 65; megabytes++)
        {
            file.Write(line);
        }

        file.Write("\nFrom b\nz\n"u8);
        file.Position = 0;

        new MboxSplitter(file).Messages().Select(found => found.Message?.Length).ShouldBe([null, 2]);
    }
}
