namespace Troupe.Interchange;

/// <summary>What the events of the older vocabulary make of its messages, by their numbers: a fold, in the order of the file.</summary>
internal sealed class V0Marks
{
    private readonly Dictionary<long, LetterState> _states = [];

    /// <summary>The messages that events are about.</summary>
    public IEnumerable<long> Messages => _states.Keys;

    public LetterState Of(long message, string? recipient) =>
        _states.TryGetValue(message, out var state) ? state with { Mailbox = recipient } : new LetterState(recipient) { Tags = [] };

    /// <returns>Whether the kind is one of this vocabulary.</returns>
    public bool Take(V0Event happened)
    {
        var state = Of(happened.MessageId, recipient: null);
        var tags = state.Tags ?? [];
        LetterState? next = happened.EventType switch
        {
            V0Event.Read => state with { IsRead = true },
            V0Event.Trash => state with { IsTrashed = true },
            V0Event.Untrash => state with { IsTrashed = false },
            V0Event.TagAdd when happened.Tag is { } tag => state with { Tags = [.. tags.Append(tag).Distinct(StringComparer.Ordinal)] },
            V0Event.TagRm when happened.Tag is { } tag => state with { Tags = [.. tags.Where(one => one != tag)] },
            _ => null,
        };
        if (next is not null)
        {
            _states[happened.MessageId] = next;
        }

        return next is not null;
    }
}
