using System.Runtime.InteropServices;

namespace Troupe.Shell;

/// <summary>
/// Standard output and error by plain <c>write</c> calls. The console's own streams set the terminal up at the first byte, with a
/// thread for signals: a millisecond that a mail command cannot spare. A <see cref="FileStream"/> would write at an offset of its
/// own, over what other processes have written to the same file.
/// </summary>
public sealed partial class StandardStream : Stream
{
    private const int Interrupted = 4;
    private const int TryAgain = 11;
    private const int BrokenPipe = 32;
    private const int ErrorDescriptor = 2;
    private readonly int _descriptor;
    private readonly Func<Stream> _console;

    /// <summary>Whether somebody read this stream and has gone, as <c>head</c> does.</summary>
    public bool ReaderHasGone { get; private set; }

    private StandardStream(int descriptor, Func<Stream> console) => (_descriptor, _console) = (descriptor, console);

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public static Stream Output() =>
        OperatingSystem.IsLinux() ? new StandardStream(1, Console.OpenStandardOutput) : Console.OpenStandardOutput();

    public static Stream Error() =>
        OperatingSystem.IsLinux() ? new StandardStream(ErrorDescriptor, Console.OpenStandardError) : Console.OpenStandardError();

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            var written = WriteCall(_descriptor, buffer, buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            switch (Marshal.GetLastPInvokeError())
            {
                case Interrupted:
                    break;
                case TryAgain:
                    // Somebody made the terminal non-blocking: the console's stream knows how to wait for it.
                    using (var console = _console())
                    {
                        console.Write(buffer);
                    }

                    return;
                case BrokenPipe:
                    // What the command did is done; one that goes on for ever looks at this.
                    ReaderHasGone = true;
                    return;
                case var _ when _descriptor == ErrorDescriptor:
                    // Nobody can be told that nobody can be told.
                    return;
                default:
                    throw new IOException($"standard output does not take what was to be printed ({Marshal.GetLastPInvokeErrorMessage()}).");
            }
        }
    }

    public override void Flush()
    {
        // Nothing is held back.
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    private static partial nint WriteCall(int descriptor, ReadOnlySpan<byte> buffer, nint count);
}
