using System.Text;
using Troupe.Core;

namespace Troupe.Verification;

/// <summary>What a step prints: its beginning in a file, its end in memory, so that neither a flood nor a long run is lost.</summary>
internal sealed class StepLog : IDisposable
{
    private const long FileLimit = 64 * 1024 * 1024;
    private const int TailSize = 8 * 1024;

    private readonly Lock _gate = new();
    private readonly FileStream _file;
    private readonly byte[] _ring = new byte[TailSize];
    private long _received;
    private bool _full;

    private StepLog(FileStream file) => _file = file;

    public static StepLog Create(string path)
    {
        try
        {
            return new StepLog(new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 32 * 1024));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(
                ErrorCode.Storage,
                $"The log '{Printable.Escape(path)}' cannot be written: {Printable.Escape(failure.Message)}",
                failure);
        }
    }

    /// <summary>Never throws: it is called where the output of all programs is read.</summary>
    public void Append(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            KeepTail(bytes);
            if (_full)
            {
                return;
            }

            try
            {
                var room = FileLimit - _file.Length;
                _file.Write(bytes.Length <= room ? bytes : bytes[..(int)room]);
                if (bytes.Length > room)
                {
                    _file.Write("\n[the log ends here: the step printed more than 64 MiB]\n"u8);
                    _full = true;
                }
            }
            catch (IOException)
            {
                // The disk is full. The step's verdict does not depend on its log, and the tail is kept.
                _full = true;
            }
        }
    }

    public string Tail()
    {
        lock (_gate)
        {
            if (_received <= TailSize)
            {
                return Encoding.UTF8.GetString(_ring, 0, (int)_received);
            }

            // The first line is cut off somewhere; it goes.
            var start = (int)(_received % TailSize);
            var text = Encoding.UTF8.GetString([.. _ring.AsSpan(start), .. _ring.AsSpan(0, start)]);
            var line = text.IndexOf('\n', StringComparison.Ordinal);
            return line >= 0 && line < text.Length - 1 ? text[(line + 1)..] : text;
        }
    }

    public void Dispose()
    {
        try
        {
            _file.Dispose();
        }
        catch (IOException)
        {
            // As above: the rest of the log did not fit on the disk.
        }
    }

    private void KeepTail(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > TailSize)
        {
            _received += bytes.Length - TailSize;
            bytes = bytes[^TailSize..];
        }

        var start = (int)(_received % TailSize);
        var first = Math.Min(bytes.Length, TailSize - start);
        bytes[..first].CopyTo(_ring.AsSpan(start));
        bytes[first..].CopyTo(_ring);
        _received += bytes.Length;
    }
}
