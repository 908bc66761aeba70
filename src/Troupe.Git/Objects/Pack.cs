using System.Buffers.Binary;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Troupe.Git;

/// <summary>
/// Objects of one pack file, complete and without deltas: <c>PACK</c>, version, count, the objects, a hash of all that. An
/// object is its type and size (4 bits and then 7 bits at a time, the lowest first) and its compressed content.
/// </summary>
internal sealed class Pack(ObjectFormat format)
{
    private const int HeaderSize = 12;

    // A compressing stream that is given nothing writes nothing, which is not what git reads as nothing.
    private static readonly byte[] CompressedNothing = [0x78, 0x9C, 0x03, 0, 0, 0, 0, 1];

    private readonly List<byte[]> _objects = [];
    private readonly List<PackedObject> _index = [];
    private int _size = HeaderSize;

    public int Count => _index.Count;

    public void Add(string name, ObjectKind kind, ReadOnlySpan<byte> content)
    {
        using var buffer = new MemoryStream(64 + (content.Length / 2));
        WriteHead(buffer, kind, content.Length);
        Compress(content, buffer);
        var bytes = buffer.ToArray();
        _objects.Add(bytes);
        _index.Add(new PackedObject(Convert.FromHexString(name), _size, Crc32.Of(bytes)));
        _size = checked(_size + bytes.Length);
    }

    /// <summary>Writes the pack and its index. A git that runs sees all of the objects or none.</summary>
    public void WriteTo(string objectsFolder)
    {
        var folder = Path.Combine(objectsFolder, "pack");
        var content = Content();
        var hash = Hash(content);
        var path = Path.Combine(folder, $"pack-{Convert.ToHexStringLower(hash)}");
        File.WriteAllBytes(path + ".pack", [.. content, .. hash]);

        // Git goes by the index: it comes last, and whole.
        var draft = Path.Combine(folder, $"tmp_idx_{Convert.ToHexStringLower(hash)}");
        File.WriteAllBytes(draft, PackIndex.Encode(_index, hash, Hash));
        File.Move(draft, path + ".idx", overwrite: true);
    }

    private byte[] Content()
    {
        var content = new byte[_size];
        "PACK"u8.CopyTo(content);
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(4), 2);
        BinaryPrimitives.WriteInt32BigEndian(content.AsSpan(8), _index.Count);
        for (var i = 0; i < _objects.Count; i++)
        {
            _objects[i].CopyTo(content.AsSpan(_index[i].Offset));
        }

        return content;
    }

    private byte[] Hash(byte[] content)
    {
        using var hash = IncrementalHash.CreateHash(format == ObjectFormat.Sha256 ? HashAlgorithmName.SHA256 : HashAlgorithmName.SHA1);
        hash.AppendData(content);
        return hash.GetHashAndReset();
    }

    private static void Compress(ReadOnlySpan<byte> content, MemoryStream buffer)
    {
        if (content.IsEmpty)
        {
            buffer.Write(CompressedNothing);
            return;
        }

        using var zlib = new ZLibStream(buffer, CompressionLevel.Fastest, leaveOpen: true);
        zlib.Write(content);
    }

    private static void WriteHead(MemoryStream buffer, ObjectKind kind, int size)
    {
        var type = kind switch
        {
            ObjectKind.Commit => 1,
            ObjectKind.Tree => 2,
            ObjectKind.Blob => 3,
            _ => 4,
        };
        var next = (type << 4) | (size & 0xF);
        for (size >>= 4; size > 0; size >>= 7)
        {
            buffer.WriteByte((byte)(next | 0x80));
            next = size & 0x7F;
        }

        buffer.WriteByte((byte)next);
    }
}
