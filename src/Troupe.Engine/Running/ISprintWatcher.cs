using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>Somebody who looks on while a sprint runs. Called in order, from one thread at a time.</summary>
public interface ISprintWatcher
{
    /// <param name="happened">What was recorded.</param>
    /// <param name="state">What is true after it.</param>
    void Happened(SprintEvent happened, SprintState state);
}
