using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Layers that lie on one another, the oldest first, asked as one. Each goes on where the one beneath ends.</summary>
internal sealed class MailLayers(IReadOnlyList<IMailLayer> layers)
{
    public static MailLayers None { get; } = new([]);

    public IReadOnlyList<IMailLayer> Layers => layers;

    public uint End => layers is [.., var top] ? top.End : 0;

    public IReadOnlyList<PersonaId> Personas => layers is [.., var top] ? top.Personas : [];

    public IEnumerable<UnreadableRecord> Unreadable => layers.SelectMany(layer => layer.Unreadable);

    public MessageRow Message(uint number)
    {
        var at = layers.Count - 1;
        while (number < layers[at].First)
        {
            at--;
        }

        return layers[at].Message(number);
    }

    public uint? Find(RecordId id)
    {
        for (var at = layers.Count - 1; at >= 0; at--)
        {
            if (layers[at].Find(id) is { } number)
            {
                return number;
            }
        }

        return null;
    }

    /// <summary>Null: the message is not in that mailbox.</summary>
    public EntryRow? Entry(PersonaId owner, uint message)
    {
        for (var at = layers.Count - 1; at >= 0; at--)
        {
            var box = layers[at].Box(owner);
            if (message >= layers[at].First)
            {
                return box?.FindArrival(message);
            }

            if (box?.FindChange(message) is { } changed)
            {
                return changed;
            }
        }

        return null;
    }

    public BoxCounts Counts(PersonaId owner)
    {
        for (var at = layers.Count - 1; at >= 0; at--)
        {
            if (layers[at].Box(owner) is { } box)
            {
                return box.Counts;
            }
        }

        return default;
    }

    public IReadOnlyList<uint> SentBy(PersonaId persona) =>
        [.. layers.Select(layer => layer.Box(persona)).OfType<IBoxLayer>().SelectMany(box => box.Sent)];

    /// <summary>The messages of a thread in their order; the one that began it may never have been in this log.</summary>
    public IReadOnlyList<uint> Thread(RecordId thread)
    {
        var answers = layers.SelectMany(layer => layer.Answers(thread));
        return Find(thread) is { } first ? [.. answers.Append(first).Distinct().Order()] : [.. answers];
    }

    /// <summary>The messages whose ids end in some hex digits, in their order.</summary>
    public IReadOnlyList<uint> Ending(string digits)
    {
        if (digits.Length > ReversedId.Digits)
        {
            return [];
        }

        var (first, last) = ReversedId.Ending(digits);
        return [.. layers.SelectMany(layer => layer.Between(first, last)).Order()];
    }

    public int SharedEnd(UInt128 reversed) => layers.Count == 0 ? 0 : layers.Max(layer => layer.SharedEnd(reversed));

    /// <summary>How many last digits a message's id shares at most with that of another message.</summary>
    public int SharedEnd(uint message)
    {
        var reversed = ReversedId.Of(Message(message).Id);
        var shared = 0;
        for (var at = layers.Count - 1; at >= 0; at--)
        {
            if (message >= layers[at].First && message < layers[at].End && layers[at].KnownSharedEnd(message) is { } known)
            {
                return Math.Max(shared, known);
            }

            shared = Math.Max(shared, layers[at].SharedEnd(reversed));
        }

        return shared;
    }
}
