using System.Text;
using Troupe.Core;

namespace Troupe.Agents;

/// <summary>The agent's output in a file: the first bytes up to a limit, and in memory always the last ones.</summary>
internal sealed class AgentLog(string path, long limit, TimeProvider time) : IDisposable
{
    private const int TailSize = 4096;
    private const int TailLines = 20;

    private readonly FileStream _file = new(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
    private readonly byte[] _tail = new byte[TailSize];
    private long _total;
    private long _lastWrite = time.GetUtcNow().UtcTicks;
    private bool _broken;

    public bool IsCut => Interlocked.Read(ref _total) > limit || Volatile.Read(ref _broken);

    public DateTimeOffset LastWrite => new(Interlocked.Read(ref _lastWrite), TimeSpan.Zero);

    /// <summary>Never throws: it is called from the thread that reads for every program.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        var before = Interlocked.Read(ref _total);
        Interlocked.Exchange(ref _lastWrite, time.GetUtcNow().UtcTicks);
        Remember(bytes, before);
        Interlocked.Add(ref _total, bytes.Length);
        var room = (int)Math.Clamp(limit - before, 0, bytes.Length);
        try
        {
            if (room > 0 && !_broken)
            {
                _file.Write(bytes[..room]);
            }

            if (before <= limit && before + bytes.Length > limit)
            {
                _file.Write(Encoding.UTF8.GetBytes($"\n[troupe: cut here, the agent printed more than {limit} bytes]\n"));
            }
        }
        catch (IOException)
        {
            // The disk is full. The agent need not die of that; the end of the session will say that its log is cut.
            Volatile.Write(ref _broken, true);
        }
    }

    /// <summary>The last lines, safe to show.</summary>
    public string Tail()
    {
        var count = (int)Math.Min(_total, TailSize);
        var bytes = new byte[count];
        for (var i = 0; i < count; i++)
        {
            bytes[i] = _tail[(_total - count + i) % TailSize];
        }

        var lines = Encoding.UTF8.GetString(bytes).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('\n', lines.TakeLast(TailLines).Select(line => Printable.Escape(line.TrimEnd())));
    }

    public void Dispose() => _file.Dispose();

    private void Remember(ReadOnlySpan<byte> bytes, long before)
    {
        var skipped = Math.Max(0, bytes.Length - TailSize);
        for (var i = skipped; i < bytes.Length; i++)
        {
            _tail[(before + i) % TailSize] = bytes[i];
        }
    }
}
