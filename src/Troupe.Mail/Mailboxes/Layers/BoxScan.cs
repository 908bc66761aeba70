using Troupe.Core;

namespace Troupe.Mail;

/// <summary>
/// Goes through a mailbox from the newest entry to the oldest, reading only the blocks that can hold what is wanted.
/// </summary>
internal sealed class BoxScan
{
    private readonly IReadOnlyList<IBoxLayer> _boxes;

    /// <summary>Entries that a later layer changed: they count in place of what the layer of their arrival has.</summary>
    private readonly Dictionary<uint, EntryRow> _changes = [];
    private readonly uint[] _changed;

    public BoxScan(MailLayers layers, PersonaId owner)
    {
        _boxes = [.. layers.Layers.Select(layer => layer.Box(owner)).OfType<IBoxLayer>()];
        foreach (var change in _boxes.SelectMany(box => box.Changes()))
        {
            _changes[change.Message] = change;
        }

        _changed = [.. _changes.Keys.Order()];
    }

    /// <param name="wanted">The lists of which entries are wanted; others may be among what comes.</param>
    public IEnumerable<EntryRow> NewestFirst(Lying wanted)
    {
        for (var at = _boxes.Count - 1; at >= 0; at--)
        {
            var box = _boxes[at];
            for (var block = (box.Arrived - 1) / IBoxLayer.BlockLength; block >= 0 && box.Arrived > 0; block--)
            {
                var start = block * IBoxLayer.BlockLength;
                var end = Math.Min(box.Arrived, start + IBoxLayer.BlockLength);
                if ((box.Summary(block) & wanted) != Lying.Nowhere || AnyChangedIn(box, start, end))
                {
                    for (var index = end - 1; index >= start; index--)
                    {
                        yield return Now(box.Arrival(index));
                    }
                }
            }
        }
    }

    public IEnumerable<EntryRow> OldestFirst() =>
        _boxes.SelectMany(box => Enumerable.Range(0, box.Arrived).Select(index => Now(box.Arrival(index))));

    private EntryRow Now(EntryRow arrived) => _changes.TryGetValue(arrived.Message, out var changed) ? changed : arrived;

    private bool AnyChangedIn(IBoxLayer box, int start, int end)
    {
        if (_changed.Length == 0)
        {
            return false;
        }

        var next = Array.BinarySearch(_changed, box.Arrival(start).Message);
        next = next < 0 ? ~next : next;
        return next < _changed.Length && _changed[next] <= box.Arrival(end - 1).Message;
    }
}
