using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>The marks by which a run without progress is recognised; patches, conflicts and failures cannot be confused.</summary>
internal static class Seen
{
    public static string Patch(PatchId patch) => $"patch:{patch}";

    public static string Conflict(string digest) => $"conflict:{digest}";

    public static string Failure(string digest) => $"failure:{digest}";
}
