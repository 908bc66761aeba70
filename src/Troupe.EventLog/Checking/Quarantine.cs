using System.Globalization;

namespace Troupe.EventLog;

/// <summary>Damaged bytes that a repair took out of a log: files <c>SEGMENT-OFFSET-LENGTH[-COPY].bin</c>.</summary>
internal sealed class Quarantine(StorageFolder log)
{
    private readonly StorageFolder _folder = new(log, "quarantine");

    public string Path => _folder.Path;

    /// <summary>Keeps the bytes; durable when it returns. What is there already is never replaced.</summary>
    public void Keep(Position at, ReadOnlySpan<byte> bytes)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{at.Segment + 1:D6}-{at.Offset}-{bytes.Length}");
        var copy = 1;
        while (File.Exists(_folder[NameOf(name, copy)]))
        {
            copy++;
        }

        using var kept = _folder.Open(NameOf(name, copy), OpenMode.CreateNew);
        kept.WriteAt(bytes, 0);
        kept.Sync();
        _folder.SyncWithParent();
    }

    /// <summary>Where in the log the kept bytes were.</summary>
    public IReadOnlyList<Position> Places() => Directory.Exists(Path)
        ? [.. Directory.EnumerateFiles(Path, "*.bin").Select(PlaceOf).OfType<Position>()]
        : [];

    private static string NameOf(string name, int copy) =>
        copy == 1 ? name + ".bin" : string.Create(CultureInfo.InvariantCulture, $"{name}-{copy}.bin");

    private static Position? PlaceOf(string file) =>
        System.IO.Path.GetFileName(file).Split('-') is [var segment, var offset, ..]
        && int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? new Position(number - 1, start)
            : null;
}
