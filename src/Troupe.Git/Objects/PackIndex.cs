using System.Buffers.Binary;

namespace Troupe.Git;

/// <summary>
/// The index of a pack, version 2: for each first byte the number of names up to it, the names in ascending order, their
/// checksums, their offsets, the pack's hash and a hash of all that.
/// </summary>
internal static class PackIndex
{
    public static byte[] Encode(IEnumerable<PackedObject> objects, byte[] packHash, Func<byte[], byte[]> hash)
    {
        var sorted = objects.ToList();
        sorted.Sort((left, right) => left.Name.AsSpan().SequenceCompareTo(right.Name));
        using var index = new MemoryStream();
        index.Write([0xFF, (byte)'t', (byte)'O', (byte)'c', 0, 0, 0, 2]);
        for (int first = 0, count = 0; first < 256; first++)
        {
            while (count < sorted.Count && sorted[count].Name[0] == first)
            {
                count++;
            }

            Write(index, (uint)count);
        }

        sorted.ForEach(item => index.Write(item.Name));
        sorted.ForEach(item => Write(index, item.Checksum));
        sorted.ForEach(item => Write(index, (uint)item.Offset));
        index.Write(packHash);
        index.Write(hash(index.ToArray()));
        return index.ToArray();
    }

    private static void Write(MemoryStream index, uint number)
    {
        Span<byte> bytes = stackalloc byte[4];
        BinaryPrimitives.WriteUInt32BigEndian(bytes, number);
        index.Write(bytes);
    }
}
