using System.Numerics;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Where checkpoints end: at places that follow from the length of the log alone, so that whoever makes one at the same place makes the
/// same one. The recent one moves on often, and the older the log, the more seldom the base, which is rewritten whole.
/// </summary>
/// <param name="Recent">So many bytes of the log are one step of the recent checkpoint.</param>
/// <param name="Base">The smallest step of the base.</param>
/// <param name="Segment">About as long is a segment: in this reckoning each is exactly so long.</param>
internal sealed record CheckpointSteps(long Recent, long Base, long Segment)
{
    /// <summary>The base's step is at most this part of the log, so that what it costs to rewrite stays a part of what was written since.</summary>
    private const int Part = 64;

    public static CheckpointSteps Default { get; } = new(64 * 1024, 512 * 1024, 32 * 1024 * 1024);

    /// <summary>The boundaries of the base and of the recent checkpoint in a log whose last record begins at a position.</summary>
    public (Position Base, Position Recent) At(Position last)
    {
        var length = (last.Segment * Segment) + Math.Min(last.Offset, Segment - 1);
        var step = Math.Clamp((long)BitOperations.RoundUpToPowerOf2((ulong)(length / Part) + 1) / 2, Base, Segment / 2);
        return (Boundary(length, step), Boundary(length, Recent));
    }

    private Position Boundary(long length, long step)
    {
        var boundary = length / step * step;
        return new Position((int)(boundary / Segment), boundary % Segment);
    }
}
