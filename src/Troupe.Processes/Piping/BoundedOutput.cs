using System.Buffers;

namespace Troupe.Processes.Piping;

/// <summary>Keeps the first bytes of a stream, up to a limit, and remembers whether there were more.</summary>
internal sealed class BoundedOutput(long limit)
{
    private readonly ArrayBufferWriter<byte> _kept = new();

    public ReadOnlyMemory<byte> Kept => _kept.WrittenMemory;

    public bool Truncated { get; private set; }

    public void Append(ReadOnlySpan<byte> bytes)
    {
        var room = (int)Math.Min(bytes.Length, Math.Max(0, limit - _kept.WrittenCount));
        _kept.Write(bytes[..room]);
        Truncated |= room < bytes.Length;
    }
}
