using System.Runtime.InteropServices;
using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Analytics;

/// <summary>The patches of all sessions, each found at once however many there are.</summary>
internal sealed class PatchRows
{
    private readonly Dictionary<(SessionId Session, string? Patch), PatchRow> _rows = [];
    private readonly Dictionary<(int Sprint, string Patch), List<SessionId>> _deliverers = [];

    public IEnumerable<PatchRow> All => _rows.Values;

    public void Take(SprintEvent happened)
    {
        if (PatchRow.PatchOf(happened) is { } key)
        {
            ref var row = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, key, out var isKnown);
            row = (row ?? new PatchRow(key.Session, happened.Sprint, key.Patch)).After(happened);
            if (!isKnown && key.Patch is { } patch)
            {
                Deliverers(happened.Sprint, patch).Add(key.Session);
            }
        }
        else if (happened is WeaveDropped dropped)
        {
            Drop(dropped);
        }
    }

    private void Drop(WeaveDropped dropped)
    {
        foreach (var patch in dropped.Patches.Select(id => id.ToString()))
        {
            foreach (var key in Deliverers(dropped.Sprint, patch).Select(session => (session, patch)).Where(key => _rows[key].Outcome is null).ToList())
            {
                _rows[key] = _rows[key].After(dropped);
            }
        }
    }

    private List<SessionId> Deliverers(int sprint, string patch)
    {
        ref var sessions = ref CollectionsMarshal.GetValueRefOrAddDefault(_deliverers, (sprint, patch), out _);
        return sessions ??= [];
    }
}
