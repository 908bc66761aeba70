using Troupe.Cli.Personas;
using Troupe.Core;
using Troupe.Personas;
using Troupe.Shell;

namespace Troupe.Cli.Doctor;

/// <summary>The personas can be read, there is somebody to run, and everybody's agent exists.</summary>
internal static class PersonasCheck
{
    private const string Name = "personas";

    public static void Run(Roster roster, IReadOnlyList<RosterProblem> problems, Settings? settings, List<Finding> findings)
    {
        IReadOnlyList<RosterProblem> all = settings is null ? problems : [.. problems, .. PersonaValidateCommand.AgentsOf(roster, settings)];
        var scheduled = roster.Scheduled.Count();
        findings.Add(all.Count > 0
            ? Finding.Bad(Name, string.Join('\n', all), "Correct the files; 'troupe persona validate' checks them again.")
            : scheduled == 0
                ? Finding.Bad(Name, "there is nobody to run: no AI persona is scheduled.", "Run 'troupe init', or write .team/personas/ID/prompt.md.")
                : Finding.Fine(Name, $"{Plural.Of(roster.Personas.Count, "persona")}, {scheduled} of them scheduled"));
    }
}
