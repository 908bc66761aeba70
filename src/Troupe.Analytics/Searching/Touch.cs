namespace Troupe.Analytics;

/// <summary>
/// A record that changes what became of a message: a mark, or a newer message in its place. There are about as many as messages, so
/// that each takes two words.
/// </summary>
internal readonly struct Touch(ulong message, long offset, TouchKind kind)
{
    private const int KindBits = 2;
    private readonly long _place = (offset << KindBits) | (long)kind;

    /// <summary>The tail of the id of the message that it changes.</summary>
    public ulong Message { get; } = message;

    /// <summary>Where in its segment the record begins.</summary>
    public long Offset => _place >> KindBits;

    public TouchKind Kind => (TouchKind)(_place & ((1 << KindBits) - 1));
}
