namespace Troupe.EventLog;

/// <summary>The record that a new one repeats.</summary>
/// <param name="Record">As the log holds it.</param>
/// <param name="IsDurable">Whether a sync of the log makes it durable; false where a sync has failed on it.</param>
internal sealed record Original(LogRecord Record, bool IsDurable);
