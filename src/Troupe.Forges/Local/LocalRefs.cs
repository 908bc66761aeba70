using Troupe.Core;

namespace Troupe.Forges;

/// <summary>The names of the refs that Troupe keeps in a repository. They are found by other programs too, so they never change.</summary>
public static class LocalRefs
{
    public static string Patch(PatchId patch) => $"refs/troupe/patches/{patch}";

    public static string Attempts(int sprint) => $"refs/troupe/sprint-{sprint}";

    public static string Attempt(int sprint, PersonaId persona) => $"{Attempts(sprint)}/{persona}";

    public static string Base(int sprint) => $"refs/troupe/bases/sprint-{sprint}";

    /// <summary>What the checkout of a rework starts from.</summary>
    public static string Rework(SessionId session) => $"{Reworks}/{session}";

    public static string Reworks => "refs/troupe/reworks";

    public static string Landing(int sprint) => $"refs/heads/{LandingBranch(sprint)}";

    /// <summary>As a user types it.</summary>
    public static string LandingBranch(int sprint) => $"troupe/sprint-{sprint}";
}
