namespace Troupe.Git;

/// <summary>What git sees of the caller's environment.</summary>
internal static class GitEnvironment
{
    /// <summary>
    /// Every <c>GIT_*</c> variable goes: inside a hook, an alias or a rebase they point git at another repository,
    /// index or configuration than the one that is meant.
    /// </summary>
    public static Dictionary<string, string> Scrub(IReadOnlyDictionary<string, string> environment, ConfigurationScope scope)
    {
        Dictionary<string, string> variables = new(environment.Count + 8, StringComparer.Ordinal);
        foreach (var (name, value) in environment)
        {
            if (!name.StartsWith("GIT_", StringComparison.Ordinal))
            {
                variables[name] = value;
            }
        }

        variables["GIT_TERMINAL_PROMPT"] = "0";

        // Replacement objects would make the same ids mean other content here and in a private directory.
        variables["GIT_NO_REPLACE_OBJECTS"] = "1";

        // The texts that git prints are read here.
        variables["LC_ALL"] = "C";
        variables.Remove("LANGUAGE");
        if (scope == ConfigurationScope.DirectoryOnly)
        {
            variables["GIT_CONFIG_NOSYSTEM"] = "1";
            variables["GIT_CONFIG_GLOBAL"] = "/dev/null";
            variables["GIT_ATTR_NOSYSTEM"] = "1";
        }

        return variables;
    }
}
