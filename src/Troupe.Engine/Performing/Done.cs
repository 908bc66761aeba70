using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>The outcome of a command that has no kind of its own.</summary>
internal static class Done
{
    public static CommandDone Of(Workplace workplace, SprintState state, SprintCommand command, string? detail = null) => new()
    {
        Sprint = state.Number,
        At = workplace.Time.GetUtcNow(),
        Command = command.Name,
        Key = command.Key,
        Detail = detail,
    };
}
