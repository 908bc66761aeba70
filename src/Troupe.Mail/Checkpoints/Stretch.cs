using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>Which records of the log a checkpoint covers: those that begin at or after one boundary and before another.</summary>
/// <param name="From">The first position that it covers: where the checkpoint beneath it ends, or the start.</param>
/// <param name="FromChain">The chain value there, in hex digits.</param>
/// <param name="Boundary">The position before which all its records begin. It follows from the length of the log alone.</param>
/// <param name="Next">Where reading goes on.</param>
/// <param name="Last">Where the last of its records begins; null: it covers none.</param>
/// <param name="Chain">The chain value after that record, in hex digits.</param>
internal sealed record Stretch(Position From, ReadOnlyMemory<byte> FromChain, Position Boundary, Position Next, Position? Last, ReadOnlyMemory<byte> Chain)
{
    /// <summary>Of nothing at the beginning of every log.</summary>
    public static Stretch Empty { get; } = new(
        Position.Start, CheckpointFormat.ChainStart.ToArray(), Position.Start, Position.Start, null, CheckpointFormat.ChainStart.ToArray());

    public bool LiesOn(Stretch beneath) => From == beneath.Next && FromChain.Span.SequenceEqual(beneath.Chain.Span);
}
