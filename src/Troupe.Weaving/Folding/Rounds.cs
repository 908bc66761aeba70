namespace Troupe.Weaving;

/// <summary>Which patches can be merged at the same time, because no two of them meet. Pure.</summary>
internal sealed class Rounds
{
    private readonly Dictionary<CarriedPatch, IReadOnlyList<PathChange>> _decided = new(ReferenceEqualityComparer.Instance);
    private readonly List<CarriedPatch> _independent = [];
    private readonly Dictionary<CarriedPatch, IReadOnlyList<CarriedPatch>> _waiting = new(ReferenceEqualityComparer.Instance);
    private List<CarriedPatch> _undecided = [];

    public Rounds(IReadOnlyList<CarriedPatch> patches, PathIndex landed)
    {
        var index = new PathIndex();
        for (var i = 0; i < patches.Count; i++)
        {
            var patch = patches[i];
            var earlier = index.Meeting(patch.Paths);
            if (!patch.ChangesTip && earlier.Count == 0 && !landed.Meets(patch.Paths))
            {
                // It conflicts with the tip or is in it, and nothing that could change that has landed.
                _decided.Add(patch, []);
                continue;
            }

            index.Add(patch.Paths, i);
            if (earlier.Count == 0 && !landed.Meets(patch.Paths))
            {
                _decided.Add(patch, patch.Changes);
                _independent.Add(patch);
                continue;
            }

            _waiting.Add(patch, [.. earlier.Select(other => patches[other])]);
            _undecided.Add(patch);
        }
    }

    /// <summary>Patches that meet no earlier one.</summary>
    public IReadOnlyList<CarriedPatch> Independent() => _independent;

    /// <summary>The undecided patches all of whose earlier neighbours are decided. Empty at the end.</summary>
    public IReadOnlyList<CarriedPatch> NextReady()
    {
        List<CarriedPatch> ready = [];
        List<CarriedPatch> later = [];
        foreach (var patch in _undecided)
        {
            (_waiting[patch].All(_decided.ContainsKey) ? ready : later).Add(patch);
        }

        _undecided = later;
        return ready;
    }

    /// <param name="patch">One of the ready ones.</param>
    /// <param name="changes">What it changes; nothing: it does not land.</param>
    public void Decide(CarriedPatch patch, IReadOnlyList<PathChange> changes) => _decided.Add(patch, changes);

    public IReadOnlyList<PathChange> ChangesOf(CarriedPatch patch) => _decided[patch];
}
