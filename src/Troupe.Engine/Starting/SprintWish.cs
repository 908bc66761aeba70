using Troupe.Core;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>What a new sprint is to be like, where it is not left to the settings.</summary>
/// <param name="Mode">Null: the settings' mode, or the rollout's.</param>
/// <param name="Base">A revision; null: the last sprint's branch if it goes on from the target, else the target.</param>
/// <param name="Personas">Null: all that are scheduled.</param>
public sealed record SprintWish(SprintMode? Mode = null, string? Base = null, IReadOnlyList<PersonaId>? Personas = null);
