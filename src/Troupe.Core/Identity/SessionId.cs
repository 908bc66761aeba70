using System.Diagnostics.CodeAnalysis;

namespace Troupe.Core;

/// <summary>
/// One run of one persona in one sprint, written <c>s7-curator-2</c>: sprint 7, curator, attempt 2.
/// It follows from what it names, so asking twice for the same session is recognised as one request.
/// </summary>
public readonly record struct SessionId(int Sprint, PersonaId Persona, int Attempt)
{
    public static SessionId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new TroupeException(
            ErrorCode.InvalidArgument,
            $"'{Printable.Escape(text)}' is not a session id: they look like 's7-curator-2' (sprint, persona, attempt).");

    public static bool TryParse([NotNullWhen(true)] string? text, out SessionId id)
    {
        id = default;
        if (text is null || text.Length < 6 || text[0] != 's')
        {
            return false;
        }

        var first = text.IndexOf('-', StringComparison.Ordinal);
        var last = text.LastIndexOf('-');
        if (last <= first
            || !TryParseNumber(text.AsSpan(1, first - 1), out var sprint)
            || !PersonaId.TryParse(text[(first + 1)..last], out var persona)
            || !TryParseNumber(text.AsSpan(last + 1), out var attempt))
        {
            return false;
        }

        id = new SessionId(sprint, persona, attempt);
        return true;
    }

    public override string ToString() => $"s{Sprint}-{Persona}-{Attempt}";

    private static bool TryParseNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, System.Globalization.NumberStyles.None, null, out number) && number > 0 && text[0] != '0';
}
