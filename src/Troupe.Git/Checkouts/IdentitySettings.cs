namespace Troupe.Git;

/// <summary>An identity as a section of a git configuration file.</summary>
internal static class IdentitySettings
{
    public static string Of(GitIdentity identity) => $"[user]\n\tname = {Quote(identity.Name)}\n\temail = {Quote(identity.Email)}\n";

    private static string Quote(string value) =>
        "\"" + value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
}
