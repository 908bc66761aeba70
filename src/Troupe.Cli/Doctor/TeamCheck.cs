using Troupe.Core;
using Troupe.Git;
using Troupe.Shell;

namespace Troupe.Cli.Doctor;

/// <summary>Whether there is a <c>.team</c>.</summary>
internal static class TeamCheck
{
    private const string Name = "team";

    public static TeamHome? Run(GitRepository? repository, CliContext context, List<Finding> findings)
    {
        try
        {
            var home = TeamHome.Find(context.WorkingDirectory, context.Environment);
            findings.Add(Finding.Fine(Name, $"team {Printable.Escape(home.TeamFolder)}"));
            return home;
        }
        catch (TroupeException failure)
        {
            if (context.Variable(TeamHome.Variable) is not null)
            {
                findings.Add(new Finding(Name, FindingStatus.Problem, failure.Message));
            }
            else if (repository is { IsBare: false })
            {
                findings.Add(Finding.Bad(Name, "there is no .team here.", "Run 'troupe init' to write it, or check out a branch that has it."));
            }

            // Outside a repository there cannot be one: that is told already.
            return null;
        }
    }
}
