using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>A message that fits.</summary>
/// <param name="Tail">The tail of its id.</param>
/// <param name="HasTag">Whether it was sent with the tag that is looked for.</param>
internal readonly record struct Find(Position Position, ulong Tail, bool HasTag);
