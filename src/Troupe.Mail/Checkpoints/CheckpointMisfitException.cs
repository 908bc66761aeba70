namespace Troupe.Mail;

/// <summary>
/// A checkpoint does not fit itself or the log. Never leaves the room: whoever asked is answered from the log alone.
/// </summary>
internal sealed class CheckpointMisfitException(string reason) : Exception(reason);
