using Troupe.Core;
using Troupe.Git;
using Troupe.Shell;

namespace Troupe.Cli.Doctor;

/// <summary>The folder that sessions get their checkouts in: it can be written, and lies outside the repository.</summary>
internal static class StateFolderCheck
{
    private const string Name = "state-folder";
    private const string Remedy = "Make it writable, or set XDG_STATE_HOME to a folder that is.";

    public static void Run(GitRepository repository, CliContext context, List<Finding> findings)
    {
        try
        {
            var folder = StateHome.For(repository.CommonDirectory, context.Environment).Folder;
            var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
            Directory.CreateDirectory(folder);
            File.WriteAllText(probe, "");
            File.Delete(probe);
            findings.Add(IsWithin(folder, repository.WorkTree)
                ? Finding.Warn(
                    Name,
                    $"the state folder {Printable.Escape(folder)} lies in the repository: build tools that look upwards find its settings.",
                    "Set XDG_STATE_HOME to a folder elsewhere.")
                : Finding.Fine(Name, $"state folder {Printable.Escape(folder)}"));
        }
        catch (TroupeException failure)
        {
            findings.Add(Finding.Bad(Name, failure.Message, Remedy));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            findings.Add(Finding.Bad(Name, $"the state folder cannot be written: {Printable.Escape(failure.Message)}", Remedy));
        }
    }

    private static bool IsWithin(string folder, string? workTree) =>
        workTree is not null && (RealPath.Of(folder) + '/').StartsWith(RealPath.Of(workTree) + '/', StringComparison.Ordinal);
}
