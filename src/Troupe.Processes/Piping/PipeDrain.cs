using System.Runtime.InteropServices;
using Troupe.Processes.Native;
using Troupe.Processes.Watching;

namespace Troupe.Processes.Piping;

/// <summary>Reads whatever arrives in a pipe and hands it on, until the pipe ends or <see cref="Finish"/> is called.</summary>
internal sealed unsafe class PipeDrain
{
    private const int ScratchSize = 64 * 1024;

    // One noisy program must not keep the others waiting: after this many reads the next descriptor has its turn.
    private const int ReadsPerTurn = 16;

    [ThreadStatic]
    private static byte[]? _scratch;

    private readonly Lock _gate = new();
    private readonly int _descriptor;
    private readonly Action<ReadOnlySpan<byte>> _receive;
    private readonly Watch _watch;
    private bool _closed;

    /// <param name="descriptor">The read end; owned and closed by the drain.</param>
    /// <param name="receive">Called by one thread at a time; must not throw.</param>
    public PipeDrain(int descriptor, Action<ReadOnlySpan<byte>> receive)
    {
        _descriptor = descriptor;
        _receive = receive;
        Pipe.MakeNonBlocking(descriptor);
        lock (_gate)
        {
            _watch = ReadinessLoop.Shared.Add(descriptor, Linux.PollIn, () => Read(ReadsPerTurn));
        }
    }

    /// <summary>Takes what is in the pipe now and closes it, whoever else may still hold its other end.</summary>
    public void Finish()
    {
        lock (_gate)
        {
            // A writer that escaped must not keep us reading: a pipe holds 1 MiB at most.
            Read(ReadsPerTurn * 2);
            Close();
        }
    }

    private void Read(int times)
    {
        lock (_gate)
        {
            var buffer = _scratch ??= new byte[ScratchSize];
            while (!_closed && times-- > 0)
            {
                nint count;
                fixed (byte* start = buffer)
                {
                    count = LibC.Read(_descriptor, start, buffer.Length);
                }

                if (count > 0)
                {
                    _receive(buffer.AsSpan(0, (int)count));
                }
                else if (count < 0 && Marshal.GetLastPInvokeError() is Linux.ErrorTryAgain or Linux.ErrorInterrupted)
                {
                    return;
                }
                else
                {
                    Close();
                }
            }
        }
    }

    private void Close()
    {
        if (!_closed)
        {
            _closed = true;
            _watch.Dispose();
            _ = LibC.Close(_descriptor);
        }
    }
}
