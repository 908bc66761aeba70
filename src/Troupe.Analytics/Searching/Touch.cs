using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>A record that changes what became of a message: a mark, or a newer message in its place.</summary>
/// <param name="Message">The tail of the id of the message that it changes.</param>
/// <param name="Tail">The tail of its own id.</param>
internal readonly record struct Touch(ulong Message, Position Position, ulong Tail, TouchKind Kind);
