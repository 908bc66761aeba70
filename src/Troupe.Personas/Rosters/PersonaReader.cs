using Troupe.Core;

namespace Troupe.Personas;

/// <summary>From the text of a <c>prompt.md</c> to a persona, or to all of its mistakes.</summary>
internal static class PersonaReader
{
    // Names that mail gives to somebody else.
    private static readonly string[] Reserved = [Roster.Everybody, "human", "weaver", "team"];

    public static Persona? Read(PersonaId folder, string text, string file, List<RosterProblem> problems)
    {
        var before = problems.Count;
        if (PromptFile.Split(text, file, problems) is not { } prompt || FrontMatterMap.Parse(prompt, file, problems) is not { } map)
        {
            return null;
        }

        CheckId(folder, map);
        var kind = map.Choice("kind", ("ai", PersonaKind.Ai), ("human", PersonaKind.Human));
        var persona = new Persona
        {
            Id = folder,
            Emoji = map.Line("emoji") ?? "",
            Description = map.Line("description") ?? map.Missing("description", "one line that says what this persona is for"),
            Kind = kind,
            IsScheduled = map.Flag("scheduled", kind == PersonaKind.Ai),
            Schedule = Schedule(map),
            Agent = map.Line("agent"),
            Model = map.Line("model"),
            Scope = map.Lines("scope"),
            After = After(map),
            Groups = Groups(map),
            IsCritical = map.Flag("critical", otherwise: false),
            PlanApproval = map.Choice("plan_approval", ("auto", PlanApproval.Auto), ("lead", PlanApproval.Lead)),
            Automation = map.Choice("automation", ("auto_pr", Automation.AutoPr), ("manual", Automation.Manual)),
            Priority = map.Number("priority", otherwise: 0),
            HiredBy = map.Line("hired_by"),
            Body = prompt.Body,
            File = file,
            BodyLine = prompt.BodyLine,
        };
        CheckWhole(persona, map);
        map.RefuseOthers();
        return problems.Count == before ? persona : null;
    }

    private static void CheckId(PersonaId folder, FrontMatterMap map)
    {
        var id = map.Line("id") ?? map.Missing("id", $"'{folder}', as the folder");
        if (id.Length > 0 && id != folder.Value)
        {
            map.Problem("id", $"'id' is '{Printable.Escape(id)}' and the folder is '{folder}': they must be equal.");
        }

        if (Reserved.Contains(folder.Value))
        {
            map.Problem("id", $"'{folder}' is an address of its own in mail: choose another id.");
        }
    }

    private static void CheckWhole(Persona persona, FrontMatterMap map)
    {
        if (persona is { Kind: PersonaKind.Human, IsScheduled: true })
        {
            map.Problem("scheduled", "a human is never scheduled: remove 'scheduled', or set 'kind' to ai.");
        }

        if (persona.Id == PersonaId.Lead && persona.Kind != PersonaKind.Human)
        {
            map.Problem("kind", "the lead is the human: set 'kind' to human.");
        }

        if (persona.Kind == PersonaKind.Ai && string.IsNullOrWhiteSpace(persona.Body))
        {
            map.Problem("id", "there is no prompt below the front matter: say what this persona is to do.");
        }

        PromptTemplate.Check(persona, map.Problems);
    }

    private static string? Schedule(FrontMatterMap map)
    {
        var schedule = map.Line("schedule");
        if (schedule is not null && schedule.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length != 5)
        {
            map.Problem("schedule", "'schedule' must be five cron fields, such as \"0 6 * * 1\": minute, hour, day, month, weekday.");
        }

        return schedule;
    }

    private static List<PersonaId> After(FrontMatterMap map)
    {
        List<PersonaId> after = [];
        foreach (var name in map.Lines("after"))
        {
            if (PersonaId.TryParse(name, out var id))
            {
                after.Add(id);
            }
            else
            {
                map.Problem("after", $"'after' names '{Printable.Escape(name)}', which is no persona id.");
            }
        }

        return after;
    }

    private static IReadOnlyList<string> Groups(FrontMatterMap map)
    {
        var groups = map.Lines("groups");
        foreach (var group in groups.Where(group => !PersonaId.TryParse(group, out _) || Reserved.Contains(group)))
        {
            map.Problem("groups", $"'{Printable.Escape(group)}' cannot name a group: use the letters of an id, and no name that mail has given already.");
        }

        return groups;
    }
}
