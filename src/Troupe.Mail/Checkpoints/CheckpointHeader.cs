using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>The beginning of a checkpoint: what it covers, and where its sections are.</summary>
internal sealed record CheckpointHeader
{
    private const int TableStart = 144;
    private const int TableRow = 24;
    private const int MostSections = 64;

    public required Stretch Stretch { get; init; }

    public required uint FirstMessage { get; init; }

    public required uint EndMessage { get; init; }

    /// <summary>How many sets of words the checkpoints beneath it hold.</summary>
    public required uint FirstWordSet { get; init; }

    public required uint EndWordSet { get; init; }

    public required ImmutableArray<(CheckpointSection Section, long Start, long Length)> Sections { get; init; }

    public static int LengthFor(int sections) => TableStart + (sections * TableRow);

    /// <summary>Where a section is; one that is not there is empty.</summary>
    public (long Start, long Length) this[CheckpointSection section]
    {
        get
        {
            // Asked for each row that is read: no query that allocates.
            for (var index = 0; index < Sections.Length; index++)
            {
                if (Sections[index].Section == section)
                {
                    return (Sections[index].Start, Sections[index].Length);
                }
            }

            return default;
        }
    }

    public byte[] Write()
    {
        var bytes = new byte[LengthFor(Sections.Length)];
        CheckpointFormat.Magic.CopyTo(bytes);
        var numbers = bytes.AsSpan();
        BinaryPrimitives.WriteUInt32LittleEndian(numbers[16..], CheckpointFormat.Version);
        BinaryPrimitives.WriteUInt32LittleEndian(numbers[20..], (uint)Sections.Length);
        BinaryPrimitives.WriteUInt64LittleEndian(numbers[24..], PackedPlace.Of(Stretch.From));
        BinaryPrimitives.WriteUInt64LittleEndian(numbers[32..], PackedPlace.Of(Stretch.Boundary));
        BinaryPrimitives.WriteUInt64LittleEndian(numbers[40..], PackedPlace.Of(Stretch.Next));
        BinaryPrimitives.WriteUInt64LittleEndian(numbers[48..], Stretch.Last is { } last ? PackedPlace.Of(last) : CheckpointFormat.NoPlace);
        Stretch.FromChain.Span.CopyTo(numbers[56..]);
        Stretch.Chain.Span.CopyTo(numbers[88..]);
        BinaryPrimitives.WriteUInt32LittleEndian(numbers[120..], FirstMessage);
        BinaryPrimitives.WriteUInt32LittleEndian(numbers[124..], EndMessage);
        BinaryPrimitives.WriteUInt32LittleEndian(numbers[128..], FirstWordSet);
        BinaryPrimitives.WriteUInt32LittleEndian(numbers[132..], EndWordSet);
        for (var index = 0; index < Sections.Length; index++)
        {
            var row = numbers[(TableStart + (index * TableRow))..];
            BinaryPrimitives.WriteUInt32LittleEndian(row, (uint)Sections[index].Section);
            BinaryPrimitives.WriteUInt64LittleEndian(row[8..], (ulong)Sections[index].Start);
            BinaryPrimitives.WriteUInt64LittleEndian(row[16..], (ulong)Sections[index].Length);
        }

        return bytes;
    }

    /// <exception cref="CheckpointMisfitException">This is no checkpoint of this version.</exception>
    public static CheckpointHeader Read(PageReader pages)
    {
        Span<byte> head = stackalloc byte[TableStart];
        pages.Read(0, head);
        var count = BinaryPrimitives.ReadUInt32LittleEndian(head[20..]);
        if (!head.StartsWith(CheckpointFormat.Magic) || BinaryPrimitives.ReadUInt32LittleEndian(head[16..]) != CheckpointFormat.Version || count > MostSections)
        {
            throw new CheckpointMisfitException("It is no checkpoint of this version.");
        }

        var sections = new (CheckpointSection, long, long)[count];
        Span<byte> row = stackalloc byte[TableRow];
        for (var index = 0; index < sections.Length; index++)
        {
            pages.Read(TableStart + (index * TableRow), row);
            sections[index] = (
                (CheckpointSection)BinaryPrimitives.ReadUInt32LittleEndian(row),
                (long)BinaryPrimitives.ReadUInt64LittleEndian(row[8..]),
                (long)BinaryPrimitives.ReadUInt64LittleEndian(row[16..]));
        }

        return new CheckpointHeader
        {
            Stretch = ReadStretch(head),
            FirstMessage = BinaryPrimitives.ReadUInt32LittleEndian(head[120..]),
            EndMessage = BinaryPrimitives.ReadUInt32LittleEndian(head[124..]),
            FirstWordSet = BinaryPrimitives.ReadUInt32LittleEndian(head[128..]),
            EndWordSet = BinaryPrimitives.ReadUInt32LittleEndian(head[132..]),
            Sections = ImmutableCollectionsMarshal.AsImmutableArray(sections),
        };
    }

    private static Stretch ReadStretch(ReadOnlySpan<byte> head)
    {
        var last = BinaryPrimitives.ReadUInt64LittleEndian(head[48..]);
        return new Stretch(
            PackedPlace.Read(BinaryPrimitives.ReadUInt64LittleEndian(head[24..])),
            head.Slice(56, CheckpointFormat.ChainLength).ToArray(),
            PackedPlace.Read(BinaryPrimitives.ReadUInt64LittleEndian(head[32..])),
            PackedPlace.Read(BinaryPrimitives.ReadUInt64LittleEndian(head[40..])),
            last == CheckpointFormat.NoPlace ? null : PackedPlace.Read(last),
            head.Slice(88, CheckpointFormat.ChainLength).ToArray());
    }
}
