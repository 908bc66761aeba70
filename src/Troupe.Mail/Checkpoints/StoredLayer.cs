using System.Buffers.Binary;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>A layer that is a checkpoint file, read where it is asked.</summary>
internal sealed class StoredLayer : IMailLayer
{
    private readonly PageReader _pages;
    private readonly CheckpointHeader _header;
    private readonly StoredLayer? _beneath;
    private readonly TextTable _wordSets;
    private readonly Dictionary<PersonaId, int> _boxes;

    /// <param name="beneath">The checkpoint that it lies on, if any.</param>
    public StoredLayer(PageReader pages, CheckpointHeader header, StoredLayer? beneath)
    {
        (_pages, _header, _beneath) = (pages, header, beneath);
        _wordSets = Table(CheckpointSection.WordSets);
        Personas = Array.ConvertAll(Table(CheckpointSection.Personas).All(), Persona);
        _boxes = new Dictionary<PersonaId, int>(Personas.Count);
        foreach (var persona in Personas)
        {
            _boxes.Add(persona, _boxes.Count);
        }
    }

    public Stretch Stretch => _header.Stretch;

    public uint First => _header.FirstMessage;

    public uint End => _header.EndMessage;

    public IReadOnlyList<PersonaId> Personas { get; }

    public IReadOnlyList<UnreadableRecord> Unreadable => UnreadableSection.Read(All(CheckpointSection.Unreadable));

    /// <summary>Where damage in the log begins by which records were lost.</summary>
    public IEnumerable<Position> Damaged
    {
        get
        {
            var places = All(CheckpointSection.Damaged);
            return Enumerable.Range(0, places.Length / sizeof(ulong))
                .Select(index => PackedPlace.Read(BinaryPrimitives.ReadUInt64LittleEndian(places.AsSpan(index * sizeof(ulong)))));
        }
    }

    /// <summary>All sets of words, those of the checkpoint beneath before its own.</summary>
    public IEnumerable<string> WordSets => (_beneath?.WordSets ?? []).Concat(_wordSets.All());

    private KeyedRows Ids => field ??= Rows(CheckpointSection.Ids);

    private KeyedRows Threads => field ??= Rows(CheckpointSection.Answers);

    public MessageRow Message(uint number)
    {
        Span<byte> row = stackalloc byte[CheckpointFormat.MessageLength];
        _pages.Read(RowOf(number), row);
        return new MessageRow(
            new RecordId(new Guid(row[..16], bigEndian: true)),
            PackedPlace.Read(BinaryPrimitives.ReadUInt64LittleEndian(row[16..])),
            BinaryPrimitives.ReadInt64LittleEndian(row[24..]),
            Personas[BinaryPrimitives.ReadUInt16LittleEndian(row[32..])]);
    }

    public uint? Find(RecordId id)
    {
        var key = ReversedId.Of(id);
        foreach (var number in Ids.Between(key, key))
        {
            return number;
        }

        return null;
    }

    public IBoxLayer? Box(PersonaId owner)
    {
        if (!_boxes.TryGetValue(owner, out var index))
        {
            return null;
        }

        Span<byte> row = stackalloc byte[CheckpointFormat.BoxLength];
        _pages.Read(_header[CheckpointSection.Boxes].Start + (index * CheckpointFormat.BoxLength), row);
        var box = new StoredBox(this, row);
        return box.IsThere ? box : null;
    }

    public IEnumerable<uint> Answers(RecordId thread)
    {
        var key = ReversedId.Of(thread);
        return Threads.Between(key, key);
    }

    public IEnumerable<(RecordId Thread, uint Message)> AllAnswers() => Threads.All().Select(row => (ReversedId.Back(row.Key), row.Number));

    public IEnumerable<uint> Between(UInt128 first, UInt128 last) => Ids.Between(first, last);

    public int SharedEnd(UInt128 reversed) => Ids.Shared(reversed);

    public int? KnownSharedEnd(uint number)
    {
        Span<byte> shared = stackalloc byte[1];
        _pages.Read(RowOf(number) + 34, shared);
        return shared[0];
    }

    public EntryRow Entry(CheckpointSection section, uint index)
    {
        Span<byte> row = stackalloc byte[CheckpointFormat.EntryLength];
        _pages.Read(_header[section].Start + ((long)index * CheckpointFormat.EntryLength), row);
        return new EntryRow(
            BinaryPrimitives.ReadUInt32LittleEndian(row),
            Personas[BinaryPrimitives.ReadUInt16LittleEndian(row[16..])],
            new EntryState(
                (EntryFlags)BinaryPrimitives.ReadUInt16LittleEndian(row[18..]),
                WordSetOf(BinaryPrimitives.ReadUInt32LittleEndian(row[8..])),
                WordSetOf(BinaryPrimitives.ReadUInt32LittleEndian(row[12..]))),
            BinaryPrimitives.ReadUInt32LittleEndian(row[4..]));
    }

    /// <summary>Which message an entry is of, without the rest of it.</summary>
    public uint EntryMessage(CheckpointSection section, uint index) =>
        _pages.ReadNumber(_header[section].Start + ((long)index * CheckpointFormat.EntryLength));

    public Lying Summary(uint block)
    {
        Span<byte> summary = stackalloc byte[1];
        _pages.Read(_header[CheckpointSection.Summaries].Start + block, summary);
        return (Lying)summary[0];
    }

    public uint SentNumber(uint index) => _pages.ReadNumber(_header[CheckpointSection.Sent].Start + ((long)index * sizeof(uint)));

    /// <summary>The number 0 is the empty set; it stands in no table.</summary>
    private string WordSetOf(uint number) =>
        number == 0 ? WordSet.Empty
        : number > _header.FirstWordSet ? _wordSets[number - 1 - _header.FirstWordSet]
        : (_beneath ?? throw new CheckpointMisfitException("It lies on no other checkpoint.")).WordSetOf(number);

    private long RowOf(uint number) => _header[CheckpointSection.Messages].Start + ((long)(number - First) * CheckpointFormat.MessageLength);

    private TextTable Table(CheckpointSection section) => new(_pages, _header[section].Start, _header[section].Length);

    private KeyedRows Rows(CheckpointSection section) => new(_pages, _header[section].Start, _header[section].Length);

    private byte[] All(CheckpointSection section) => _pages.ReadAll(_header[section].Start, _header[section].Length);

    private static PersonaId Persona(string name) =>
        PersonaId.TryParse(name, out var persona) ? persona : throw new CheckpointMisfitException("A name is none.");
}
