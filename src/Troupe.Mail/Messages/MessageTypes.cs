using Troupe.Core;

namespace Troupe.Mail;

/// <summary>The persisted names of <see cref="MessageType"/>: what the log, the command line and the JSON outputs say.</summary>
public static class MessageTypes
{
    private static readonly string[] Names =
        ["note", "question", "conflict", "rejection", "rework", "feedback", "coordination", "system"];

    /// <summary>In the order of the enumeration.</summary>
    public static IReadOnlyList<string> All => Names;

    public static string Name(this MessageType type) => Names[(int)type];

    public static bool TryParse(string? name, out MessageType type)
    {
        var index = Array.IndexOf(Names, name);
        type = (MessageType)Math.Max(index, 0);
        return index >= 0;
    }

    public static MessageType Parse(string name) => TryParse(name, out var type)
        ? type
        : throw new TroupeException(
            ErrorCode.InvalidArgument,
            $"'{Printable.Escape(name)}' is no message type: use one of {string.Join(", ", All)}.");
}
