using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Analytics;

/// <summary>Finds the conversation that a message belongs to, by the message's id or the end of it.</summary>
public sealed class ThreadLookup : ISweeper
{
    private readonly string _reference;
    private readonly Dictionary<RecordId, RecordId> _threads = [];

    private ThreadLookup(string reference) => _reference = reference;

    /// <exception cref="TroupeException">There is no such message, it is no id, or messages of several conversations have it.</exception>
    public static RecordId Require(TeamHome home, string reference)
    {
        var digits = reference.Replace("-", "", StringComparison.Ordinal);
        if (digits.Length < RecordId.ShortestSuffix || !digits.All(char.IsAsciiHexDigit))
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument,
                $"'{Printable.Escape(reference)}' is no message id: write an id, or at least its last {RecordId.ShortestSuffix} characters.");
        }

        var lookup = new ThreadLookup(digits);
        var log = new LogSweep(home.MailFolder);
        for (var segment = 0; segment < log.Segments; segment++)
        {
            log.Sweep(segment, lookup);
        }

        return lookup._threads.Values.Distinct().ToList() switch
        {
            [var only] => only,
            [] => throw new TroupeException(ErrorCode.NotFound, $"There is no message '{Printable.Escape(reference)}'."),
            var several => throw new TroupeException(
                ErrorCode.InvalidArgument,
                $"'{Printable.Escape(reference)}' fits messages of {several.Count} conversations, write more of the id: {string.Join(", ", lookup._threads.Keys)}"),
        };
    }

    public void Take(in SweptRecord record)
    {
        // The last digit sorts most ids out without a text for each.
        var last = (int)(record.IdTail & 0xf);
        if (last != Convert.ToInt32(_reference[^1..], fromBase: 16) || !record.KindUtf8.SequenceEqual("sent"u8) || !record.Id.Matches(_reference))
        {
            return;
        }

        var thread = record.Id;
        try
        {
            var members = record.Members;
            while (members.MoveNext())
            {
                thread = members.Name.SequenceEqual("thread"u8) ? RecordValue.Id(members.Value) : thread;
            }
        }
        catch (FormatException)
        {
            // No message that anybody could read.
            return;
        }

        _threads.TryAdd(record.Id, thread);
    }
}
