using Troupe.Core;
using Troupe.Git;

namespace Troupe.Cli.Doctor;

/// <summary>Whether sprints can write where they must: logs in <c>.team</c>, objects and refs in the git directory.</summary>
internal static class WritableCheck
{
    private const string Name = "writable";

    public static void Run(TeamHome home, GitRepository? repository, List<Finding> findings)
    {
        // A log folder that is not there yet is made by whoever writes first.
        string[] needed = [home.MailFolder, home.SprintsFolder, .. repository is null ? [] : new[] { repository.CommonDirectory }];
        foreach (var folder in needed.Select(folder => Directory.Exists(folder) ? folder : home.TeamFolder).Distinct(StringComparer.Ordinal))
        {
            if (Fault(folder) is { } fault)
            {
                findings.Add(Finding.Bad(
                    Name,
                    $"{Printable.Escape(folder)} cannot be written: {Printable.Escape(fault)}",
                    "Sprints write their logs and branches there: make it writable, or work in a clone that is."));
            }
        }
    }

    private static string? Fault(string folder)
    {
        try
        {
            var probe = Path.Combine(folder, $".probe-{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return null;
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return failure.Message;
        }
    }
}
