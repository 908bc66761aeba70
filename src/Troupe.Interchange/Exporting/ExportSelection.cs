using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>Which messages a request means. Pure.</summary>
internal static class ExportSelection
{
    public static IReadOnlyList<Message> Of(IReadOnlyList<Message> messages, ExportRequest request)
    {
        RecordId? thread = request.Thread is { } reference ? ThreadOf(messages, request.Persona, reference) : null;
        return
        [
            .. messages.Where(message =>
                (request.Persona is not { } persona || message.Recipients.Contains(persona))
                && (request.Since is not { } since || message.SentAt >= since)
                && (thread is null || message.Thread == thread)),
        ];
    }

    private static RecordId ThreadOf(IReadOnlyList<Message> messages, PersonaId? persona, string reference)
    {
        var found = messages
            .Where(message => message.Id.Matches(reference) && (persona is not { } one || MessageLookup.Concerns(message, one)))
            .Select(message => message.Thread).Distinct().ToList();
        return found switch
        {
            [var thread] => thread,
            [] => throw new TroupeException(
                ErrorCode.NotFound,
                $"There is no message '{Printable.Escape(reference)}'{(persona is { } whose ? $" of {whose}" : "")}: write an id, or its last {RecordId.ShortestSuffix} or more characters, as 'inbox' shows it."),
            _ => throw new TroupeException(
                ErrorCode.InvalidArgument, $"'{Printable.Escape(reference)}' fits messages of {found.Count} threads: write more of the id."),
        };
    }
}
