namespace Troupe.Git;

/// <summary>The git directory beside a checkout: out of the agent's way, so that nothing it does to its own one matters.</summary>
internal static class SnapshotDirectory
{
    // Text that would not survive a round trip is the agent's decision; it must not stop the recording.
    private const string Settings = "[core]\n\tsafecrlf = false\n\tfsmonitor = false\n[advice]\n\taddEmbeddedRepo = false\n";

    /// <summary>The index as it was right after the checkout: it spares a snapshot from reading every file again.</summary>
    public static string BaseIndexOf(string folder) => Path.Combine(folder, "base-index");

    /// <summary>Makes it unless it is there.</summary>
    public static void Create(GitRepository repository, string folder)
    {
        if (Directory.Exists(folder))
        {
            return;
        }

        BareLayout.Write(folder, new BareLayout.Content
        {
            Format = repository.Format,
            Alternates = [Path.Combine(repository.CommonDirectory, "objects")],
            Bare = false,
            Settings = Settings,
            ShallowFile = Path.Combine(repository.CommonDirectory, "shallow"),
        });
    }
}
