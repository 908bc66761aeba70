using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// A place in a log, between two records. Opaque to all but the back end that made it: keep it, compare it, give it back.
/// The order of positions is the order of the log; neither ids nor timestamps are.
/// </summary>
/// <param name="Segment">How many segments were sealed before the one that holds this place.</param>
/// <param name="Offset">Where in that segment; bytes in the file back end.</param>
public readonly record struct Position(int Segment, long Offset) : IComparable<Position>
{
    /// <summary>Before the first record; also the end of an empty log, and the default value.</summary>
    public static Position Start => default;

    public static bool operator <(Position left, Position right) => left.CompareTo(right) < 0;

    public static bool operator >(Position left, Position right) => left.CompareTo(right) > 0;

    public static bool operator <=(Position left, Position right) => left.CompareTo(right) <= 0;

    public static bool operator >=(Position left, Position right) => left.CompareTo(right) >= 0;

    /// <exception cref="TroupeException">The text is not what <see cref="ToString"/> gives.</exception>
    public static Position Parse(string text) => TryParse(text, out var position)
        ? position
        : throw new TroupeException(ErrorCode.InvalidArgument, $"'{Printable.Escape(text)}' is not a position in a log: they look like '0:1234'.");

    public static bool TryParse([NotNullWhen(true)] string? text, out Position position)
    {
        position = default;
        var colon = text?.IndexOf(':', StringComparison.Ordinal) ?? -1;
        if (colon < 0
            || !int.TryParse(text.AsSpan(0, colon), NumberStyles.None, CultureInfo.InvariantCulture, out var segment)
            || !long.TryParse(text.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var offset))
        {
            return false;
        }

        position = new Position(segment, offset);
        return true;
    }

    public int CompareTo(Position other) => (Segment, Offset).CompareTo((other.Segment, other.Offset));

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Segment}:{Offset}");
}
