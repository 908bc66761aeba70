namespace Troupe.Verification;

/// <summary>
/// What a step sees of our environment. It runs code that patches wrote, so it gets what builds commonly need and nothing else: no forge
/// token, no key of an agent, no variable that would point git at another repository.
/// </summary>
internal static class StepEnvironment
{
    private static readonly HashSet<string> Known = new(StringComparer.Ordinal)
    {
        "PATH", "HOME", "USER", "LOGNAME", "SHELL", "LANG", "LANGUAGE", "TERM", "TZ", "TMPDIR",
        "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "SSL_CERT_FILE", "SSL_CERT_DIR",
        "DOTNET_ROOT", "DOTNET_CLI_HOME", "DOTNET_NOLOGO", "DOTNET_CLI_TELEMETRY_OPTOUT", "NUGET_PACKAGES",
        "JAVA_HOME", "GRADLE_USER_HOME", "CARGO_HOME", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN", "GOPATH", "GOROOT", "GOCACHE", "GOMODCACHE",
        "VIRTUAL_ENV", "PYTHONPATH", "UV_CACHE_DIR", "PIP_CACHE_DIR", "NODE_PATH", "NVM_DIR", "NPM_CONFIG_CACHE", "GEM_HOME",
        "CC", "CXX", "LD_LIBRARY_PATH", "PKG_CONFIG_PATH",
    };

    public static IReadOnlyDictionary<string, string> From(IReadOnlyDictionary<string, string> ours, IReadOnlyList<string> allowed) => ours
        .Where(v => Known.Contains(v.Key) || v.Key.StartsWith("LC_", StringComparison.Ordinal) || allowed.Contains(v.Key))
        .ToDictionary(v => v.Key, v => v.Value, StringComparer.Ordinal);
}
