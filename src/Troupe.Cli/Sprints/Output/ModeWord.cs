using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>A mode as users write it.</summary>
internal static class ModeWord
{
    public static string Of(SprintMode mode) => mode == SprintMode.Parallel ? "parallel" : "sequential";
}
