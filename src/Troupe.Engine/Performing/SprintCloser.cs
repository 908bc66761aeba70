using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>
/// Performs <see cref="EndSprint"/>: releases what only a running sprint needs. Everything that a session made is pinned by
/// then, or kept where it is; the other session folders stay, with prompt and log, but without their checkouts.
/// </summary>
internal sealed class SprintCloser(Workplace workplace)
{
    public async Task<IReadOnlyList<SprintEvent>> PerformAsync(
        SprintState state, EndSprint command, CancellationToken cancellationToken)
    {
        foreach (var persona in state.Roster)
        {
            for (var attempt = 1; attempt <= persona.Runs; attempt++)
            {
                var session = new Core.SessionId(state.Number, persona.Id, attempt);
                if (!state.Kept.Contains(session))
                {
                    await workplace.Agents.Of(session).ReleaseAsync(session, cancellationToken);
                }
            }
        }

        await workplace.Forge.UnpinBaseAsync(state.Number, cancellationToken);
        await workplace.Forge.UnpinReworksAsync(state.Number, cancellationToken);
        return [command.Ended];
    }
}
