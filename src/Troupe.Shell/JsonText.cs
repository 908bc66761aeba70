using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using Troupe.Core;

namespace Troupe.Shell;

/// <summary>
/// JSON for people, models and terminals alike: letters of every language as themselves, and everything that could move a
/// cursor or turn a line around (control, bidi, zero-width) escaped.
/// </summary>
public sealed class JsonText : JavaScriptEncoder
{
    private JsonText()
    {
    }

    public static JsonText Encoder { get; } = new();

    public override int MaxOutputCharactersPerInputCharacter => Default.MaxOutputCharactersPerInputCharacter;

    public override bool WillEncode(int unicodeScalar) =>
        unicodeScalar is '"' or '\\' || !Rune.IsValid(unicodeScalar) || !Printable.IsSafe(new Rune(unicodeScalar));

    public override unsafe int FindFirstCharacterToEncode(char* text, int textLength)
    {
        var rest = new ReadOnlySpan<char>(text, textLength);
        while (!rest.IsEmpty)
        {
            // Half of a surrogate pair decodes with a failure and is replaced by whoever writes.
            if (Rune.DecodeFromUtf16(rest, out var rune, out var length) != OperationStatus.Done || WillEncode(rune.Value))
            {
                return textLength - rest.Length;
            }

            rest = rest[length..];
        }

        return -1;
    }

    public override unsafe bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten) =>
        WillEncode(unicodeScalar)
            ? Default.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten)
            : new Rune(unicodeScalar).TryEncodeToUtf16(new Span<char>(buffer, bufferLength), out numberOfCharactersWritten);
}
