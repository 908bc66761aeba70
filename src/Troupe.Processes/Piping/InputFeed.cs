using System.Runtime.InteropServices;
using Troupe.Processes.Native;
using Troupe.Processes.Watching;

namespace Troupe.Processes.Piping;

/// <summary>Writes a program's standard input as fast as the program reads it; a program that stops reading is no error.</summary>
internal sealed unsafe class InputFeed : IDisposable
{
    private readonly Lock _gate = new();
    private readonly int _descriptor;
    private ReadOnlyMemory<byte> _rest;
    private readonly Watch? _watch;
    private bool _closed;

    /// <param name="descriptor">The write end; owned and closed by the feed.</param>
    /// <param name="input">All that is to be written.</param>
    public InputFeed(int descriptor, ReadOnlyMemory<byte> input)
    {
        _descriptor = descriptor;
        _rest = input;
        Pipe.MakeNonBlocking(descriptor);
        lock (_gate)
        {
            Write();
            if (!_closed)
            {
                _watch = ReadinessLoop.Shared.Add(descriptor, Linux.PollOut, Write);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            Close();
        }
    }

    private void Write()
    {
        lock (_gate)
        {
            while (!_closed && !_rest.IsEmpty)
            {
                nint count;
                fixed (byte* start = _rest.Span)
                {
                    count = LibC.Write(_descriptor, start, _rest.Length);
                }

                if (count >= 0)
                {
                    _rest = _rest[(int)count..];
                }
                else if (Marshal.GetLastPInvokeError() is Linux.ErrorTryAgain or Linux.ErrorInterrupted)
                {
                    return;
                }
                else
                {
                    break;
                }
            }

            Close();
        }
    }

    private void Close()
    {
        if (!_closed)
        {
            _closed = true;
            _watch?.Dispose();
            _ = LibC.Close(_descriptor);
        }
    }
}
