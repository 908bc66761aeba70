using System.Buffers.Binary;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Writes a run of bytes as pages.</summary>
internal sealed class PageWriter(Stream file)
{
    private readonly byte[] _page = new byte[CheckpointFormat.PageLength];
    private int _filled;
    private long _number;

    /// <summary>A page proves its number too: in another place it is a damaged one.</summary>
    public static uint Checksum(ReadOnlySpan<byte> content, long number) => Crc32C.Of(content) ^ (uint)number;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        while (!bytes.IsEmpty)
        {
            var taken = Math.Min(bytes.Length, CheckpointFormat.PageRoom - _filled);
            bytes[..taken].CopyTo(_page.AsSpan(_filled));
            bytes = bytes[taken..];
            _filled += taken;
            if (_filled == CheckpointFormat.PageRoom)
            {
                Finish();
            }
        }
    }

    /// <summary>Fills the last page up.</summary>
    public void Finish()
    {
        if (_filled > 0)
        {
            _page.AsSpan(_filled, CheckpointFormat.PageRoom - _filled).Clear();
            BinaryPrimitives.WriteUInt32LittleEndian(_page.AsSpan(CheckpointFormat.PageRoom), Checksum(_page.AsSpan(0, CheckpointFormat.PageRoom), _number));
            file.Write(_page);
            (_filled, _number) = (0, _number + 1);
        }
    }
}
