namespace Troupe.Core;

/// <summary>
/// The environment or the input does not allow what was asked. The message is safe to show: it says what happened,
/// to what, and what to do next. Bugs are ordinary exceptions and are not caught below <c>Main</c>.
/// </summary>
public sealed class TroupeException(ErrorCode code, string message, Exception? inner = null) : Exception(message, inner)
{
    public ErrorCode Code { get; } = code;
}
