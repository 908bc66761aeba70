using System.Buffers.Binary;

namespace Troupe.Mail;

/// <summary>One mailbox of a checkpoint.</summary>
internal sealed class StoredBox : IBoxLayer
{
    private readonly StoredLayer _layer;
    private readonly uint[] _row;

    /// <param name="row">As <see cref="CheckpointWriter"/> writes it.</param>
    public StoredBox(StoredLayer layer, ReadOnlySpan<byte> row)
    {
        _layer = layer;
        _row = new uint[CheckpointFormat.BoxLength / sizeof(uint)];
        for (var index = 0; index < _row.Length; index++)
        {
            _row[index] = BinaryPrimitives.ReadUInt32LittleEndian(row[(index * sizeof(uint))..]);
        }
    }

    /// <summary>Whether the stretch has anything of the mailbox.</summary>
    public bool IsThere => _row[0] != 0;

    public BoxCounts Counts => new((int)_row[1], (int)_row[2], (int)_row[3], (int)_row[4], (int)_row[5]);

    public int Arrived => (int)_row[7];

    public IReadOnlyList<uint> Sent => field ??= ReadSent();

    private int Changed => (int)_row[10];

    public EntryRow Arrival(int index) => _layer.Entry(CheckpointSection.Arrivals, _row[6] + (uint)index);

    public Lying Summary(int block) => _layer.Summary(_row[8] + (uint)block);

    public EntryRow? FindArrival(uint message) => Search(CheckpointSection.Arrivals, _row[6], Arrived, message);

    public IEnumerable<EntryRow> Changes() => Enumerable.Range(0, Changed).Select(index => _layer.Entry(CheckpointSection.Changes, _row[9] + (uint)index));

    public EntryRow? FindChange(uint message) => Search(CheckpointSection.Changes, _row[9], Changed, message);

    private EntryRow? Search(CheckpointSection section, uint first, int count, uint message)
    {
        var (low, high) = (0, count - 1);
        while (low <= high)
        {
            var middle = (low + high) / 2;
            var there = _layer.EntryMessage(section, first + (uint)middle);
            if (there == message)
            {
                return _layer.Entry(section, first + (uint)middle);
            }

            (low, high) = there < message ? (middle + 1, high) : (low, middle - 1);
        }

        return null;
    }

    private uint[] ReadSent()
    {
        var sent = new uint[_row[12]];
        for (var index = 0; index < sent.Length; index++)
        {
            sent[index] = _layer.SentNumber(_row[11] + (uint)index);
        }

        return sent;
    }
}
