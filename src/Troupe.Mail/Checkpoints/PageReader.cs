using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Reads a checkpoint as one run of bytes, and of it only the pages that are asked for, each once and proven. It keeps the file open:
/// what takes its name meanwhile is another one.
/// </summary>
internal sealed class PageReader(SafeFileHandle file)
{
    private readonly Dictionary<long, byte[]> _pages = [];
    private readonly long _length = RandomAccess.GetLength(file);

    /// <exception cref="CheckpointMisfitException">A page is damaged, or there is none.</exception>
    public void Read(long at, Span<byte> into)
    {
        while (!into.IsEmpty)
        {
            var (number, offset) = Math.DivRem(at, CheckpointFormat.PageRoom);
            var there = Page(number).AsSpan((int)offset, Math.Min(CheckpointFormat.PageRoom - (int)offset, into.Length));
            there.CopyTo(into);
            into = into[there.Length..];
            at += there.Length;
        }
    }

    public uint ReadNumber(long at)
    {
        Span<byte> number = stackalloc byte[sizeof(uint)];
        Read(at, number);
        return BinaryPrimitives.ReadUInt32LittleEndian(number);
    }

    public byte[] ReadAll(long start, long length)
    {
        // Nothing was proven yet of what a header of another program may say.
        if (length < 0 || start < 0 || start + length > _length)
        {
            throw new CheckpointMisfitException("A section is longer than the file.");
        }

        var all = new byte[length];
        Read(start, all);
        return all;
    }

    private byte[] Page(long number)
    {
        if (_pages.TryGetValue(number, out var known))
        {
            return known;
        }

        var page = GC.AllocateUninitializedArray<byte>(CheckpointFormat.PageLength);
        if (number < 0 || RandomAccess.Read(file, page, number * CheckpointFormat.PageLength) != page.Length || !IsProven(page, number))
        {
            throw new CheckpointMisfitException($"Page {number} is damaged.");
        }

        _pages.Add(number, page);
        return page;
    }

    private static bool IsProven(ReadOnlySpan<byte> page, long number) =>
        BinaryPrimitives.ReadUInt32LittleEndian(page[CheckpointFormat.PageRoom..]) == PageWriter.Checksum(page[..CheckpointFormat.PageRoom], number);
}
