using Troupe.Cli.Shell;
using Troupe.Core;

namespace Troupe.Cli.Doctor;

/// <summary>Whether there is a <c>.team</c>.</summary>
internal static class TeamCheck
{
    private const string Name = "team";

    public static TeamHome? Run(CliContext context, List<Finding> findings)
    {
        try
        {
            var home = TeamHome.Find(context.WorkingDirectory, context.Environment);
            findings.Add(Finding.Fine(Name, $"team {Printable.Escape(home.TeamFolder)}"));
            return home;
        }
        catch (TroupeException failure)
        {
            findings.Add(Finding.Bad(Name, failure.Message, context.Variable(TeamHome.Variable) is null
                ? "Run 'troupe init' in the repository."
                : $"Correct or unset {TeamHome.Variable}."));
            return null;
        }
    }
}
