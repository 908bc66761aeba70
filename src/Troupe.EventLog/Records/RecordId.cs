using System.Diagnostics.CodeAnalysis;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// The name of a record: a UUID, version 7 when made here. It says nothing about order (many made in one millisecond do not
/// sort); it exists so that an append can be repeated without doubling the record.
/// </summary>
public readonly record struct RecordId(Guid Value)
{
    /// <summary>The fewest characters of a short form.</summary>
    public const int ShortestSuffix = 6;

    public static RecordId New(TimeProvider time) => new(Guid.CreateVersion7(time.GetUtcNow()));

    /// <exception cref="TroupeException">The text is not a UUID in its usual form.</exception>
    public static RecordId Parse(string text) => TryParse(text, out var id)
        ? id
        : throw new TroupeException(
            ErrorCode.InvalidArgument,
            $"'{Printable.Escape(text)}' is not a record id: they look like '019bac3e-6d40-7cc1-b1d5-0d1f6a8c2e4b'.");

    public static bool TryParse([NotNullWhen(true)] string? text, out RecordId id)
    {
        var parsed = Guid.TryParseExact(text, "D", out var value);
        id = new RecordId(value);
        return parsed;
    }

    /// <summary>
    /// The last characters of the id without its hyphens: short forms come from the random end, because ids made within
    /// the same minute begin alike. How many are needed to be unique is for whoever knows all the ids.
    /// </summary>
    public string Suffix(int length)
    {
        var digits = Value.ToString("N");
        return digits[^Math.Clamp(length, ShortestSuffix, digits.Length)..];
    }

    /// <summary>Whether <paramref name="text"/> is this id, or a short form of it (hyphens and case do not matter).</summary>
    public bool Matches(string text)
    {
        var digits = text.Replace("-", "", StringComparison.Ordinal);
        return digits.Length >= ShortestSuffix && Value.ToString("N").EndsWith(digits, StringComparison.OrdinalIgnoreCase);
    }

    public override string ToString() => Value.ToString("D");
}
