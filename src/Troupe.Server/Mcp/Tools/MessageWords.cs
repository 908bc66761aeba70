using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Server.Mcp.Tools;

/// <summary>The words of a tool's arguments as the mail's own.</summary>
internal static class MessageWords
{
    public static IReadOnlyList<Address> Addresses(IReadOnlyList<string>? given) => given is null ? [] : [.. given.Select(Address.Parse)];

    public static MessageType Type(string? word) => word is null ? MessageType.Note : MessageTypes.Parse(word);

    public static Priority Priority(string? word) => word is null ? Mail.Priority.Normal : Priorities.Parse(word);

    public static IReadOnlyList<string> SomeIds(IReadOnlyList<string> given) => given.Count > 0
        ? given
        : throw new TroupeException(ErrorCode.InvalidArgument, "'ids' is empty: name at least one message, as 'inbox' shows it.");
}
