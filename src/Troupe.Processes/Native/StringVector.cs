using System.Runtime.InteropServices;
using System.Text;

namespace Troupe.Processes.Native;

/// <summary>Strings as C wants them: an array of pointers that ends in null, in one block of memory.</summary>
internal sealed unsafe class StringVector : IDisposable
{
    private byte** _block;

    public StringVector(IReadOnlyCollection<string> strings)
    {
        var pointers = (nuint)(strings.Count + 1) * (nuint)sizeof(byte*);
        var characters = (nuint)strings.Sum(text => (long)Encoding.UTF8.GetByteCount(text) + 1);
        _block = (byte**)NativeMemory.Alloc(pointers + characters);
        var next = (byte*)_block + pointers;
        var end = next + characters;
        var index = 0;
        foreach (var text in strings)
        {
            _block[index++] = next;
            next += Encoding.UTF8.GetBytes(text, new Span<byte>(next, (int)(end - next)));
            *next++ = 0;
        }

        _block[index] = null;
    }

    public byte** Pointers => _block;

    public void Dispose()
    {
        NativeMemory.Free(_block);
        _block = null;
    }
}
