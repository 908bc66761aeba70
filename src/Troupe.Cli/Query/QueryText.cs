using System.Text;
using Troupe.Core;
using Troupe.Shell;

namespace Troupe.Cli.Query;

/// <summary>The query itself: from the command line, or from standard input.</summary>
internal static class QueryText
{
    private const int Longest = 1024 * 1024;
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static string Read(string? argument, CliContext context)
    {
        var text = argument == "-" ? ReadInput(context) : argument!;
        return text.Contains('\0', StringComparison.Ordinal) ? throw Refused("The query holds a NUL, which no SQL does.") : text;
    }

    private static string ReadInput(CliContext context)
    {
        using var input = context.OpenInput();
        var bytes = new byte[Longest + 1];
        var length = input.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
        try
        {
            return length <= Longest ? Strict.GetString(bytes, 0, length) : throw Refused("The query on standard input is longer than 1 MiB.");
        }
        catch (DecoderFallbackException failure)
        {
            throw new TroupeException(ErrorCode.InvalidArgument, "The query on standard input is not UTF-8.", failure);
        }
    }

    private static TroupeException Refused(string why) => new(ErrorCode.InvalidArgument, why);
}
