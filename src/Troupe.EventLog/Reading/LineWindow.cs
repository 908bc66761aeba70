namespace Troupe.EventLog;

/// <summary>
/// A stretch of a file in memory that moves forward. Each buffer is filled once and never written again, so that records
/// can share it; the collector frees it with the last of them.
/// </summary>
internal sealed class LineWindow(StorageFile file, long start)
{
    private const int BufferLength = 64 * 1024;

    private byte[] _buffer = [];
    private int _from;
    private int _to;

    /// <summary>Where the unread bytes begin in the file.</summary>
    public long Offset { get; private set; } = start;

    /// <summary>The bytes read from the file and not yet passed.</summary>
    public ReadOnlyMemory<byte> Bytes => _buffer.AsMemory(_from, _to - _from);

    public void Pass(int count)
    {
        _from += count;
        Offset += count;
    }

    /// <summary>Reads more behind what is there; false at the end of the file, or before <paramref name="end"/>.</summary>
    public bool Extend(long end)
    {
        if (_to == _buffer.Length)
        {
            var kept = Bytes;
            var next = GC.AllocateUninitializedArray<byte>(Math.Max(BufferLength, 2 * kept.Length));
            kept.Span.CopyTo(next);
            (_buffer, _from, _to) = (next, 0, kept.Length);
        }

        var wanted = Math.Min(_buffer.Length - _to, end - (Offset + _to - _from));
        var read = wanted <= 0 ? 0 : file.Read(_buffer.AsSpan(_to, (int)wanted), Offset + _to - _from);
        _to += read;
        return read > 0;
    }
}
