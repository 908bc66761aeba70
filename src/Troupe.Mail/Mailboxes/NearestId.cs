using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>The id that somebody may have meant who mistyped one digit, or swapped two. More than that would be guessing.</summary>
internal static class NearestId
{
    /// <param name="digits">Hex digits without hyphens.</param>
    public static Message? Of(string digits, IEnumerable<Message> messages)
    {
        var given = digits.ToLowerInvariant();
        return messages.FirstOrDefault(message => IsNear(given, message.Id.Suffix(given.Length)));
    }

    private static bool IsNear(string given, string id)
    {
        if (given.Length != id.Length)
        {
            return false;
        }

        var first = given.AsSpan().CommonPrefixLength(id);
        var restGiven = given.AsSpan(first);
        var restId = id.AsSpan(first);
        return restGiven.Length > 0
            && (restGiven[1..].SequenceEqual(restId[1..])
                || (restGiven.Length > 1 && restGiven[0] == restId[1] && restGiven[1] == restId[0] && restGiven[2..].SequenceEqual(restId[2..])));
    }
}
