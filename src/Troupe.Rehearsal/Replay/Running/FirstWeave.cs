using Troupe.Core;
using Troupe.Engine;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Replay;

/// <summary>Notes what the first weave of a sprint came to: the one in which nobody knew of anybody else.</summary>
internal sealed class FirstWeave : ISprintWatcher
{
    private const int First = 1;

    /// <summary>The personas whose patches were woven, in the order of the fold.</summary>
    public IReadOnlyList<PersonaId> Woven { get; private set; } = [];

    /// <summary>The personas that landed, in the order of the fold.</summary>
    public List<PersonaId> Landed { get; } = [];

    /// <summary>Null: nothing landed.</summary>
    public TreeId? Tree { get; private set; }

    public void Happened(SprintEvent happened, SprintState state)
    {
        switch (happened)
        {
            case WeaveStarted { Weave: First } started:
                Woven = [.. started.Patches.Select(patch => patch.Session.Persona)];
                break;
            case PatchLanded { Weave: First } landed:
                Landed.Add(landed.Session.Persona);
                break;
            case LandingPublished { Weave: First } published:
                Tree = published.Tree;
                break;
        }
    }
}
