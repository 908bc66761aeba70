using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>
/// What is asked of a patch whose author is a persona: that it brings nothing along that is no work, and that nothing which patches are
/// judged by changes without a human. What is refused is told before what is held, so that no human is asked about rubbish. Pure.
/// </summary>
internal sealed class PatchPolicy
{
    private const int Shown = 10;

    private readonly IReadOnlyList<WeavePatch> _patches;
    private readonly Dictionary<CarriedPatch, string> _refused = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<CarriedPatch, string> _held = new(ReferenceEqualityComparer.Instance);

    /// <param name="markers">The conflict markers that each of the carried patches adds.</param>
    /// <param name="leftovers">What tools have left in them.</param>
    /// <param name="links">Their links that lead out of the tree.</param>
    public PatchPolicy(
        IReadOnlyList<WeavePatch> patches,
        IReadOnlyList<CarriedPatch> carried,
        IReadOnlyList<IReadOnlyList<(string Path, MarkerLine Marker)>> markers,
        IReadOnlyList<IReadOnlyList<string>> leftovers,
        IReadOnlyList<IReadOnlyList<string>> links)
    {
        _patches = patches;
        for (var i = 0; i < carried.Count; i++)
        {
            var persona = patches[carried[i].Index].Persona;
            var added = carried[i].Changes.Where(change => change.New is not null).Select(change => change.Path);
            string[] sentences =
            [
                .. Sentence("It adds conflict markers that nobody has resolved", markers[i].Select(found =>
                    $"'{Printable.Escape(found.Path)}' line {found.Marker.Number} ('{Printable.Escape(found.Marker.Text)}')")),
                .. Sentence("It adds what a tool has left behind", leftovers[i].Select(Quoted)),
                .. Sentence("It adds files of a session, which are no work", added.Where(RefusedPaths.IsOfSession).Select(Quoted)),
                .. Sentence("It changes another persona's journal", carried[i].Paths.Where(path => RefusedPaths.IsForeignJournal(path, persona)).Select(Quoted)),
            ];
            if (sentences.Length > 0)
            {
                _refused.Add(carried[i], string.Join(" ", sentences) + " Take that out and deliver the rest again.");
            }

            foreach (var sentence in Sentence("A human has to agree, because it makes symbolic links that lead out of the tree", links[i].Select(Quoted)))
            {
                _held.Add(carried[i], sentence);
            }
        }
    }

    /// <summary>Whether a human has agreed to a patch, so that it is not held. What is refused, nobody can agree to.</summary>
    public Func<CarriedPatch, bool> IsAcked { get; init; } = _ => false;

    /// <summary>Null: the patch may pass.</summary>
    public Objection? On(CarriedPatch patch) =>
        _refused.TryGetValue(patch, out var refusal) ? new Objection(PatchOutcome.Malformed, refusal)
        : IsAcked(patch) ? null
        : ProtectedPaths.Objection(patch.Paths.Concat(patch.Followed), _patches[patch.Index].Persona) is { } reservation
            ? new Objection(PatchOutcome.Held, reservation)
            : _held.TryGetValue(patch, out var links) ? new Objection(PatchOutcome.Held, links) : null;

    private static IEnumerable<string> Sentence(string what, IEnumerable<string> places)
    {
        var all = places.ToList();
        return all.Count == 0 ? []
            : [$"{what}: {string.Join(", ", all.Take(Shown))}{(all.Count > Shown ? $" and {all.Count - Shown} more" : "")}."];
    }

    private static string Quoted(string path) => $"'{Printable.Escape(path)}'";
}
