using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>The checkpoints of a folder that fit the log.</summary>
/// <param name="Base">Covers the log from its beginning; null: none does.</param>
/// <param name="Recent">Goes on where the base ends, or at the beginning.</param>
internal sealed record Checkpoint(StoredLayer? Base, StoredLayer? Recent)
{
    public static Checkpoint None { get; } = new(null, null);

    public MailLayers Layers { get; } = new([.. new[] { Base, Recent }.OfType<StoredLayer>()]);

    public Stretch Covered => (Recent ?? Base)?.Stretch ?? Stretch.Empty;

    /// <summary>Whether they end where they should in a log whose last record begins at a position.</summary>
    public bool IsUpToDate((Position Base, Position Recent) boundaries) =>
        (Base?.Stretch.Boundary ?? Position.Start) == boundaries.Base && Covered.Boundary == boundaries.Recent;
}
