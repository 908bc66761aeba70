using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>What is decided about personas and told to them.</summary>
internal static class PersonaEvolution
{
    public static SprintState Evolve(SprintState state, SprintEvent happened) => happened switch
    {
        MailPosted e => Post(state, e),
        HumanNotified e => state with { Done = state.Done.Add(e.Key), Mails = state.Mails + (state.Done.Contains(e.Key) ? 0 : 1) },
        ReworkRequested e => Rework(state, e),
        PersonaSkipped e => Skip(state, e),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is no event of a persona."),
    };

    private static SprintState Post(SprintState state, MailPosted mail)
    {
        if (state.Done.Contains(mail.Key))
        {
            return state;
        }

        var told = state.Personas.TryGetValue(mail.To, out var persona)
            ? state.With(persona with { Reports = persona.Reports.Add(mail.Message) })
            : state;
        return told with { Done = told.Done.Add(mail.Key), Mails = told.Mails + 1 };
    }

    private static SprintState Rework(SprintState state, ReworkRequested rework)
    {
        var persona = state.Personas[rework.Persona];
        return persona.Standing is Standing.SetBack or Standing.Done
            ? state.With(persona with { Standing = Standing.Due, Rework = rework })
            : state;
    }

    /// <summary>Whether the lead answered between the decision to skip it for a held patch and the record of that.</summary>
    private static bool IsAnswered(PersonaSkipped skip, PersonaProgress persona) =>
        skip.Reason == SkipReason.Held && persona.Run is not null && persona.Setback?.Event is not PatchHeld;

    /// <summary>A run that goes on, or a patch that is being woven, comes to its end first; nothing of it is lost.</summary>
    private static SprintState Skip(SprintState state, PersonaSkipped skip)
    {
        if (!state.Personas.TryGetValue(skip.Persona, out var persona) || persona.Skip is not null || IsAnswered(skip, persona))
        {
            return state;
        }

        var mustFinish = persona.Standing is Standing.Running or Standing.Ended
            || persona.Standing == Standing.Captured && state.Weave?.Intent.Patches.Any(patch => patch.Session == persona.Run!.Id) == true;
        return state.With(persona with { Skip = skip, Rework = null, Standing = mustFinish ? persona.Standing : Standing.Skipped });
    }
}
