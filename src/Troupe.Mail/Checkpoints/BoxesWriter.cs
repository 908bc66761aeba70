using System.Buffers;
using System.Buffers.Binary;

namespace Troupe.Mail;

/// <summary>Writes the mailboxes of a layer: the rows of all, and for each where its own are.</summary>
internal sealed class BoxesWriter(GrowingLayer layer, BoxesWriter.EntryRowWriter entry)
{
    private readonly ArrayBufferWriter<byte> _boxes = new();
    private readonly ArrayBufferWriter<byte> _arrivals = new();
    private readonly ArrayBufferWriter<byte> _summaries = new();
    private readonly ArrayBufferWriter<byte> _changes = new();
    private readonly ArrayBufferWriter<byte> _sent = new();

    public delegate void EntryRowWriter(Span<byte> row, EntryRow entry);

    public ReadOnlyMemory<byte> Boxes => _boxes.WrittenMemory;

    public ReadOnlyMemory<byte> Arrivals => _arrivals.WrittenMemory;

    public ReadOnlyMemory<byte> Summaries => _summaries.WrittenMemory;

    public ReadOnlyMemory<byte> Changes => _changes.WrittenMemory;

    public ReadOnlyMemory<byte> Sent => _sent.WrittenMemory;

    public void Write()
    {
        foreach (var persona in layer.Personas)
        {
            if (layer.Box(persona) is { } box)
            {
                Write(box);
            }
            else
            {
                Append(_boxes, CheckpointFormat.BoxLength).Clear();
            }
        }
    }

    private void Write(IBoxLayer box)
    {
        IReadOnlyList<EntryRow> changes = [.. box.Changes().OrderBy(change => change.Message)];
        var blocks = (box.Arrived + IBoxLayer.BlockLength - 1) / IBoxLayer.BlockLength;
        Numbers(
            1, box.Counts.All, box.Counts.Inbox, box.Counts.Unread, box.Counts.Archive, box.Counts.Trash,
            _arrivals.WrittenCount / CheckpointFormat.EntryLength, box.Arrived,
            _summaries.WrittenCount,
            _changes.WrittenCount / CheckpointFormat.EntryLength, changes.Count,
            _sent.WrittenCount / sizeof(uint), box.Sent.Count);
        for (var index = 0; index < box.Arrived; index++)
        {
            entry(Append(_arrivals, CheckpointFormat.EntryLength), box.Arrival(index));
        }

        for (var block = 0; block < blocks; block++)
        {
            Append(_summaries, 1)[0] = (byte)box.Summary(block);
        }

        foreach (var change in changes)
        {
            entry(Append(_changes, CheckpointFormat.EntryLength), change);
        }

        foreach (var message in box.Sent)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(Append(_sent, sizeof(uint)), message);
        }
    }

    private void Numbers(params ReadOnlySpan<int> numbers)
    {
        foreach (var number in numbers)
        {
            BinaryPrimitives.WriteInt32LittleEndian(Append(_boxes, sizeof(int)), number);
        }
    }

    private static Span<byte> Append(ArrayBufferWriter<byte> into, int length)
    {
        var span = into.GetSpan(length)[..length];
        into.Advance(length);
        return span;
    }
}
