using System.Globalization;

namespace Troupe.EventLog;

/// <summary>Damaged bytes that a repair took out of a log: files <c>SEGMENT-OFFSET-LENGTH.bin</c>.</summary>
internal sealed class Quarantine(StorageFolder log)
{
    private readonly StorageFolder _folder = new(log, "quarantine");

    public string Path => _folder.Path;

    /// <summary>Keeps the bytes; durable when it returns.</summary>
    public void Keep(Position at, ReadOnlySpan<byte> bytes)
    {
        using var kept = _folder.Open(
            string.Create(CultureInfo.InvariantCulture, $"{at.Segment + 1:D6}-{at.Offset}-{bytes.Length}.bin"), OpenMode.ReadWrite);
        kept.WriteAt(bytes, 0);
        kept.Sync();
        _folder.SyncWithParent();
    }

    /// <summary>Where in the log the kept bytes were.</summary>
    public IReadOnlyList<Position> Places() => Directory.Exists(Path)
        ? [.. Directory.EnumerateFiles(Path, "*.bin").Select(PlaceOf).OfType<Position>()]
        : [];

    private static Position? PlaceOf(string file) =>
        System.IO.Path.GetFileName(file).Split('-') is [var segment, var offset, _]
        && int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && long.TryParse(offset, NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            ? new Position(number - 1, start)
            : null;
}
