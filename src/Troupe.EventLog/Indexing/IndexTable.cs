using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// The hash table of an index, on disk behind the header: open addressing by buckets of 512 bytes, which one read fetches.
/// Entries are only ever added to empty places, so whatever a kill interrupts leaves a table that is right for what it covers.
/// </summary>
internal sealed class IndexTable(StorageFile file, long capacity)
{
    public const int Start = 4096;
    private const int BucketLength = 512;
    private const int EntriesPerBucket = BucketLength / IndexEntry.Length;

    private readonly byte[] _bucket = new byte[BucketLength];

    /// <summary>Which bucket is in memory. Whoever looks for a record and then adds it reads its bucket once: the lock is held.</summary>
    private long _bucketAt = -1;

    /// <summary>Where records with this hash may be, oldest first.</summary>
    public IEnumerable<Position> Find(ulong hash)
    {
        foreach (var entry in Probe(hash))
        {
            if (entry.IsEmpty)
            {
                yield break;
            }

            if (entry.Hash == hash)
            {
                yield return entry.Position;
            }
        }
    }

    /// <summary>Adds an entry; false when it was there.</summary>
    public bool Add(IndexEntry added)
    {
        var length = capacity * IndexEntry.Length;
        var bucket = HomeOf(added.Hash, capacity);
        for (var probed = 0L; probed < length; probed += BucketLength)
        {
            Load(bucket);
            for (var place = 0; place < BucketLength; place += IndexEntry.Length)
            {
                var bytes = _bucket.AsSpan(place, IndexEntry.Length);
                var entry = IndexEntry.Read(bytes);
                if (entry == added)
                {
                    return false;
                }

                if (entry.IsEmpty)
                {
                    added.Write(bytes);
                    file.WriteAt(bytes, Start + bucket + place);
                    return true;
                }
            }

            bucket = (bucket + BucketLength) % length;
        }

        throw new InvalidOperationException("The index is full, though it grows at half.");
    }

    /// <summary>The image of a table that holds the entries.</summary>
    public static byte[] Build(IReadOnlyCollection<IndexEntry> entries, long capacity)
    {
        var table = new byte[capacity * IndexEntry.Length];
        foreach (var entry in entries)
        {
            var place = HomeOf(entry.Hash, capacity);
            while (IndexEntry.Read(table.AsSpan((int)place)) is { IsEmpty: false })
            {
                place = (place + IndexEntry.Length) % table.Length;
            }

            entry.Write(table.AsSpan((int)place));
        }

        return table;
    }

    /// <summary>All entries of the table.</summary>
    public List<IndexEntry> ReadAll()
    {
        var table = new byte[capacity * IndexEntry.Length];
        file.Read(table, Start);
        var entries = new List<IndexEntry>();
        for (var place = 0; place < table.Length; place += IndexEntry.Length)
        {
            var entry = IndexEntry.Read(table.AsSpan(place));
            if (!entry.IsEmpty)
            {
                entries.Add(entry);
            }
        }

        return entries;
    }

    private static long HomeOf(ulong hash, long capacity) =>
        (long)(hash & (ulong)((capacity / EntriesPerBucket) - 1)) * BucketLength;

    private IEnumerable<IndexEntry> Probe(ulong hash)
    {
        var length = capacity * IndexEntry.Length;
        var bucket = HomeOf(hash, capacity);
        for (var probed = 0L; probed < length; probed += BucketLength)
        {
            Load(bucket);
            for (var place = 0; place < BucketLength; place += IndexEntry.Length)
            {
                yield return IndexEntry.Read(_bucket.AsSpan(place));
            }

            bucket = (bucket + BucketLength) % length;
        }
    }

    private void Load(long bucket)
    {
        if (_bucketAt != bucket)
        {
            _bucketAt = -1;
            if (file.Read(_bucket, Start + bucket) < BucketLength)
            {
                throw new TroupeException(
                    ErrorCode.Storage, $"The index '{Printable.Escape(file.Path)}' was cut while it was in use. Nothing was appended: repeat, the index is made anew.");
            }

            _bucketAt = bucket;
        }
    }
}
