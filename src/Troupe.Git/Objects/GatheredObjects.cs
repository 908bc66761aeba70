using Troupe.Core;

namespace Troupe.Git;

/// <summary>Objects that are kept until somebody needs them on disk, and then become one pack: two files instead of one for each.</summary>
internal sealed class GatheredObjects(string folder, ObjectFormat format)
{
    // A pack is made in memory: before it grows too big for that, it is written.
    private const int MaxBytes = 64 << 20;

    private readonly Lock _turn = new();
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private Pack _pack = new(format);
    private long _bytes;

    public void Add(string name, ObjectKind kind, ReadOnlySpan<byte> content)
    {
        lock (_turn)
        {
            if (_known.Add(name))
            {
                _pack.Add(name, kind, content);
                _bytes += content.Length;
                if (_bytes > MaxBytes)
                {
                    Flush();
                }
            }
        }
    }

    public void Flush()
    {
        lock (_turn)
        {
            if (_pack.Count == 0)
            {
                return;
            }

            try
            {
                _pack.WriteTo(folder);
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                throw new TroupeException(
                    ErrorCode.Storage, $"Git objects could not be written to '{Printable.Escape(folder)}': {Printable.Escape(failure.Message)}", failure);
            }

            (_pack, _bytes) = (new Pack(format), 0);
        }
    }
}
