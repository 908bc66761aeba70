using System.Buffers.Binary;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Writes a layer as a checkpoint. The same layer gives the same bytes, whichever way it came about.</summary>
internal sealed class CheckpointWriter(GrowingLayer layer, StoredLayer? beneath)
{
    private readonly Dictionary<PersonaId, ushort> _personas = [];
    private readonly Dictionary<string, uint> _wordSets = [];
    private readonly List<string> _newWordSets = [];

    /// <summary>More names than a checkpoint can hold: it is then done without.</summary>
    public bool Fits => layer.Personas.Count <= ushort.MaxValue;

    public void Write(Stretch stretch, IEnumerable<Position> damaged, Stream file)
    {
        foreach (var persona in layer.Personas)
        {
            _personas.Add(persona, (ushort)_personas.Count);
        }

        foreach (var set in beneath?.WordSets ?? [])
        {
            _wordSets.Add(set, (uint)_wordSets.Count + 1);
        }

        var firstWordSet = (uint)_wordSets.Count;
        var boxes = new BoxesWriter(layer, Entry);
        boxes.Write();
        List<(CheckpointSection Section, ReadOnlyMemory<byte> Bytes)> sections =
        [
            (CheckpointSection.Personas, TextTable.Write([.. layer.Personas.Select(persona => persona.Value)])),
            (CheckpointSection.Messages, Messages()),
            (CheckpointSection.Ids, Keyed(layer.Sorted())),
            (CheckpointSection.Boxes, boxes.Boxes),
            (CheckpointSection.Arrivals, boxes.Arrivals),
            (CheckpointSection.Summaries, boxes.Summaries),
            (CheckpointSection.Changes, boxes.Changes),
            (CheckpointSection.Sent, boxes.Sent),
            (CheckpointSection.Answers, Answers()),
            (CheckpointSection.WordSets, TextTable.Write(_newWordSets)),
            (CheckpointSection.Unreadable, UnreadableSection.Write(layer.Unreadable)),
            (CheckpointSection.Damaged, Places(damaged)),
        ];
        var pages = new PageWriter(file);
        pages.Write(Header(stretch, firstWordSet, sections).Write());
        sections.ForEach(section => pages.Write(section.Bytes.Span));
        pages.Finish();
    }

    private CheckpointHeader Header(Stretch stretch, uint firstWordSet, List<(CheckpointSection Section, ReadOnlyMemory<byte> Bytes)> sections)
    {
        var at = (long)CheckpointHeader.LengthFor(sections.Count);
        List<(CheckpointSection, long, long)> table = [];
        foreach (var (section, bytes) in sections)
        {
            table.Add((section, at, bytes.Length));
            at += bytes.Length;
        }

        return new CheckpointHeader
        {
            Stretch = stretch,
            FirstMessage = layer.First,
            EndMessage = layer.End,
            FirstWordSet = firstWordSet,
            EndWordSet = (uint)_wordSets.Count,
            Sections = [.. table],
        };
    }

    private byte[] Messages()
    {
        var shared = layer.SharedEnds();
        var bytes = new byte[(layer.End - layer.First) * CheckpointFormat.MessageLength];
        for (var index = 0; index < shared.Length; index++)
        {
            var message = layer.Message(layer.First + (uint)index);
            var row = bytes.AsSpan(index * CheckpointFormat.MessageLength);
            message.Id.Value.TryWriteBytes(row, bigEndian: true, out _);
            BinaryPrimitives.WriteUInt64LittleEndian(row[16..], PackedPlace.Of(message.Place));
            BinaryPrimitives.WriteInt64LittleEndian(row[24..], message.Time);
            BinaryPrimitives.WriteUInt16LittleEndian(row[32..], _personas[message.From!.Value]);
            row[34] = shared[index];
        }

        return bytes;
    }

    private byte[] Answers()
    {
        var rows = layer.AllAnswers().Select(answer => (Key: ReversedId.Of(answer.Thread), answer.Message)).ToArray();
        Array.Sort(rows);
        var bytes = new byte[rows.Length * CheckpointFormat.KeyedLength];
        for (var index = 0; index < rows.Length; index++)
        {
            KeyedRows.Write(bytes.AsSpan(index * CheckpointFormat.KeyedLength), rows[index].Key, rows[index].Message);
        }

        return bytes;
    }

    private static byte[] Keyed(ReversedIdList ids)
    {
        var bytes = new byte[ids.Keys.Length * CheckpointFormat.KeyedLength];
        for (var index = 0; index < ids.Keys.Length; index++)
        {
            KeyedRows.Write(bytes.AsSpan(index * CheckpointFormat.KeyedLength), ids.Keys[index], ids.Numbers[index]);
        }

        return bytes;
    }

    private static byte[] Places(IEnumerable<Position> positions)
    {
        var places = positions.Select(PackedPlace.Of).Order().ToArray();
        var bytes = new byte[places.Length * sizeof(ulong)];
        for (var index = 0; index < places.Length; index++)
        {
            BinaryPrimitives.WriteUInt64LittleEndian(bytes.AsSpan(index * sizeof(ulong)), places[index]);
        }

        return bytes;
    }

    private void Entry(Span<byte> row, EntryRow entry)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(row, entry.Message);
        BinaryPrimitives.WriteUInt32LittleEndian(row[4..], entry.SupersededBy);
        BinaryPrimitives.WriteUInt32LittleEndian(row[8..], NumberOf(entry.State.Tags));
        BinaryPrimitives.WriteUInt32LittleEndian(row[12..], NumberOf(entry.State.ShownIn));
        BinaryPrimitives.WriteUInt16LittleEndian(row[16..], _personas[entry.From]);
        BinaryPrimitives.WriteUInt16LittleEndian(row[18..], (ushort)entry.State.Flags);
    }

    private uint NumberOf(string wordSet)
    {
        if (wordSet.Length == 0)
        {
            return 0;
        }

        if (!_wordSets.TryGetValue(wordSet, out var number))
        {
            _wordSets.Add(wordSet, number = (uint)_wordSets.Count + 1);
            _newWordSets.Add(wordSet);
        }

        return number;
    }
}
