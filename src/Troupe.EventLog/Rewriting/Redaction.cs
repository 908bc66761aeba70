using System.Globalization;
using System.Text;
using Troupe.Core;

namespace Troupe.EventLog;

/// <summary>
/// Makes the body of a record unreadable for good, for a secret that got into it. The hash of the body and the chain stay, so
/// the log still shows that nothing else was changed. Whoever redacts first appends a record that says who and why.
/// </summary>
public sealed class Redaction
{
    private const byte Blot = (byte)'*';
    private readonly SegmentFolder _segments;

    public Redaction(string folder)
        : this(folder, LinuxCalls.Instance)
    {
    }

    internal Redaction(string folder, ISystemCalls calls) => _segments = new SegmentFolder(new StorageFolder(calls, folder));

    /// <summary>Replaces every byte of the body by an asterisk. Again is harmless.</summary>
    /// <param name="at">Where the record begins.</param>
    /// <returns>False: the record has no body.</returns>
    /// <exception cref="TroupeException"><see cref="ErrorCode.NotFound"/>: no record begins there.</exception>
    public bool Redact(Position at)
    {
        using var gate = _segments.Folder.Open(WriterFiles.LockName, OpenMode.ReadWrite);
        gate.Lock();
        var record = Find(at);
        if (record.BodyText is not { } body)
        {
            return false;
        }

        if (IsRedacted(record))
        {
            return true;
        }

        var line = record.Json.ToArray();
        Array.Fill(line, Blot, body.Start.Value, body.End.Value - body.Start.Value);
        var checksum = Crc32C.Of(line.AsSpan()[..^RecordFormat.TrailerLength]);
        Encoding.ASCII.GetBytes(checksum.ToString("x8", CultureInfo.InvariantCulture))
            .CopyTo(line, line.Length - RecordFormat.TrailerLength + RecordFormat.ChecksumMember.Length);
        new SegmentRewrite(_segments).Apply(at.Segment, [(at.Offset, line)], mends: false);
        return true;
    }

    /// <summary>Whether the body of a record is what a redaction leaves.</summary>
    internal static bool IsRedacted(LogRecord record) =>
        record.BodyText is { } body && IsBlot(record.Json.Span[body]);

    /// <summary>Whether an escaped body is nothing but what a redaction leaves.</summary>
    internal static bool IsBlot(ReadOnlySpan<byte> body) => !body.IsEmpty && !body.ContainsAnyExcept(Blot);

    private LogRecord Find(Position at)
    {
        using var segment = _segments.Open(at.Segment);
        var found = segment?.File is { } file && at.Offset < file.Status().Length
            ? new LogScanner(file, at, DamageTracker.Silent()).Next()
            : null;
        return found?.Position == at
            ? found
            : throw new TroupeException(ErrorCode.NotFound, $"No record of the log in '{Printable.Escape(_segments.Folder.Path)}' begins at {at}.");
    }
}
