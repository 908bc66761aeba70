namespace Troupe.Rehearsal.Demo;

/// <summary>
/// The one folder that a demo lives in: repository, state, home and programs. Nothing of it lies anywhere else, so
/// nothing is left when the folder is gone.
/// </summary>
internal sealed class DemoScratch : IDisposable
{
    private readonly bool _keep;

    /// <param name="keep">Whether the folder stays when this is disposed.</param>
    public DemoScratch(bool keep)
    {
        _keep = keep;
        Folder = Directory.CreateTempSubdirectory("troupe-demo-").FullName;
        foreach (var folder in new[] { Repository, Home, State, Programs })
        {
            Directory.CreateDirectory(folder);
        }
    }

    public string Folder { get; }

    /// <summary>The checkout.</summary>
    public string Repository => Path.Combine(Folder, "harbour");

    public string Home => Path.Combine(Folder, "home");

    public string State => Path.Combine(Folder, "state");

    /// <summary>First on the PATH of everything that the demo starts: holds <c>troupe</c> and <c>jules-mail</c>.</summary>
    public string Programs => Path.Combine(Folder, "bin");

    /// <summary>The caller's environment, turned away from the caller's own settings, state and mailbox.</summary>
    public IReadOnlyDictionary<string, string> Environment(IReadOnlyDictionary<string, string> caller)
    {
        var variables = caller
            .Where(pair => !pair.Key.StartsWith("GIT_", StringComparison.Ordinal)
                && !pair.Key.StartsWith("TROUPE_", StringComparison.Ordinal)
                && !pair.Key.StartsWith("JULES_", StringComparison.Ordinal)
                && !pair.Key.StartsWith("XDG_", StringComparison.Ordinal))
            .ToDictionary(StringComparer.Ordinal);
        variables["HOME"] = Home;
        variables["XDG_STATE_HOME"] = State;
        variables["PATH"] = Programs + Path.PathSeparator + caller.GetValueOrDefault("PATH", "/usr/local/bin:/usr/bin:/bin");
        return variables;
    }

    public void Dispose()
    {
        if (!_keep && Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }
    }
}
