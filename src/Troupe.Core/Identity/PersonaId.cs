using System.Diagnostics.CodeAnalysis;

namespace Troupe.Core;

/// <summary>
/// The name of a persona: <c>^[a-z][a-z0-9_-]{0,63}$</c>, the name of its folder and of its mailbox.
/// Anything else is refused, never sanitised.
/// </summary>
public readonly record struct PersonaId : IComparable<PersonaId>
{
    private const int MaxLength = 64;

    private PersonaId(string value) => Value = value;

    /// <summary>The human lead: receives mail, is never scheduled.</summary>
    public static PersonaId Lead { get; } = new("lead");

    /// <summary>The engine's own address; the lead reads what is sent to it.</summary>
    public static PersonaId Weaver { get; } = new("weaver");

    public string Value => field ?? throw new InvalidOperationException("An empty PersonaId was used.");

    public static PersonaId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new TroupeException(
            ErrorCode.InvalidArgument,
            $"'{Printable.Escape(text)}' is not a persona id: use a lower-case letter, then at most 63 of a-z, 0-9, '_' and '-'.");

    public static bool TryParse([NotNullWhen(true)] string? text, out PersonaId id)
    {
        id = default;
        if (text is null || text.Length is 0 or > MaxLength || !char.IsAsciiLetterLower(text[0]))
        {
            return false;
        }

        foreach (var c in text)
        {
            if (!char.IsAsciiLetterLower(c) && !char.IsAsciiDigit(c) && c is not ('_' or '-'))
            {
                return false;
            }
        }

        id = new PersonaId(text);
        return true;
    }

    public int CompareTo(PersonaId other) => string.CompareOrdinal(Value, other.Value);

    public override string ToString() => Value;
}
