using Troupe.Core;

namespace Troupe.Mail;

/// <summary>The persisted names of <see cref="MessageType"/>: what the log, the command line and the JSON outputs say.</summary>
public static class MessageTypes
{
    private static readonly (MessageType Type, string Name)[] Names =
    [
        (MessageType.Note, "note"),
        (MessageType.Question, "question"),
        (MessageType.Conflict, "conflict"),
        (MessageType.Rejection, "rejection"),
        (MessageType.Rework, "rework"),
        (MessageType.Feedback, "feedback"),
        (MessageType.Coordination, "coordination"),
        (MessageType.System, "system"),
    ];

    public static IEnumerable<string> All => Names.Select(pair => pair.Name);

    public static string Name(this MessageType type) => Names[(int)type].Name;

    public static bool TryParse(string? name, out MessageType type)
    {
        var index = Array.FindIndex(Names, pair => pair.Name == name);
        type = index < 0 ? default : Names[index].Type;
        return index >= 0;
    }

    public static MessageType Parse(string name) => TryParse(name, out var type)
        ? type
        : throw new TroupeException(
            ErrorCode.InvalidArgument,
            $"'{Printable.Escape(name)}' is no message type: use one of {string.Join(", ", All)}.");
}
