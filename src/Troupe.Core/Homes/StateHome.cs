using System.Security.Cryptography;
using System.Text;

namespace Troupe.Core;

/// <summary>
/// Where a repository's sessions, private git directories and verification checkouts live: outside the repository,
/// so that build tools that look upwards do not find the main checkout's settings.
/// </summary>
public sealed record StateHome
{
    private const int LongestName = 40;
    private const int HashDigits = 12;

    /// <param name="folder">The full path of a repository's state folder, which need not exist yet.</param>
    public StateHome(string folder) => Folder = folder;

    /// <summary><c>$XDG_STATE_HOME/troupe/NAME-HASH</c>.</summary>
    public string Folder { get; }

    /// <summary>One folder per session.</summary>
    public string SessionsFolder => Path.Combine(Folder, "sessions");

    /// <summary>Private git directories of weaves.</summary>
    public string WeavesFolder => Path.Combine(Folder, "weaves");

    /// <summary>Checkouts of trees under verification.</summary>
    public string CheckoutsFolder => Path.Combine(Folder, "verify");

    /// <summary>Makes the folder, if it does not exist, so that nobody else can look into it.</summary>
    public void Make()
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(Folder);
        }
        else
        {
            Directory.CreateDirectory(Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    /// <summary>
    /// The folder follows from the real path of the common git directory: all worktrees of a repository, and all
    /// ways to spell its path, share one.
    /// </summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Storage"/>: the environment names no place for state.</exception>
    public static StateHome For(string gitCommonDirectory, IReadOnlyDictionary<string, string> environment)
    {
        var real = RealPath.Of(gitCommonDirectory);
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(real)))[..HashDigits];
        return new StateHome(Path.Combine(Root(environment), "troupe", $"{Name(real)}-{hash}"));
    }

    private static string Root(IReadOnlyDictionary<string, string> environment)
    {
        // The base directory specification: a relative path counts as not set.
        if (environment.GetValueOrDefault("XDG_STATE_HOME") is { Length: > 0 } state && Path.IsPathRooted(state))
        {
            return state;
        }

        return environment.GetValueOrDefault("HOME") is { Length: > 0 } home && Path.IsPathRooted(home)
            ? Path.Combine(home, ".local", "state")
            : throw new TroupeException(
                ErrorCode.Storage, "There is no place for session folders: set XDG_STATE_HOME or HOME to a full path.");
    }

    private static string Name(string commonDirectory)
    {
        var last = Path.GetFileName(commonDirectory);
        var name = last == ".git" ? Path.GetFileName(Path.GetDirectoryName(commonDirectory)) ?? "" : Path.GetFileNameWithoutExtension(last);
        var plain = string.Concat(name.Where(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.')).TrimStart('.', '-');
        return plain.Length == 0 ? "repository" : plain[..Math.Min(plain.Length, LongestName)];
    }
}
