namespace Troupe.Sprints;

/// <summary>Weaves, made so that the intent alone fixes the result.</summary>
internal static class Weaving
{
    /// <summary>A new weave of captured patches, in the order in which their sessions were requested.</summary>
    public static WeavePatches Start(SprintState state, Observation seen, IEnumerable<PersonaProgress> captured)
    {
        var intent = new WeaveStarted
        {
            Sprint = state.Number,
            At = seen.Now,
            Weave = state.Weaves + 1,
            Tick = state.Tick.Number,
            Tip = state.Tip,
            Patches = [.. captured.OrderBy(persona => persona.Run!.Ordinal)
                .Select(persona => new PatchInWeave(persona.Run!.Id, persona.Run.Patch!.Value, persona.Run.Commit!.Value, IsAcked(state, persona.Run) ? true : null))],
            // Commits know whole seconds only.
            Time = DateTimeOffset.FromUnixTimeSeconds(seen.Now.ToUnixTimeSeconds()),
        };
        return Command(state, intent) with { Intent = [intent] };
    }

    private static bool IsAcked(SprintState state, SessionRun run) =>
        state.Held.Exists(held => held.Event.Session == run.Id && held.Patch == run.Patch && held.Answer is PatchAcked);

    public static WeavePatches Command(SprintState state, WeaveStarted intent) => new()
    {
        Key = $"s{state.Number}:{CommandNames.Weave}:{intent.Weave}",
        Weave = intent.Weave,
        Tip = intent.Tip,
        Patches = intent.Patches,
        Time = intent.Time,
        Branch = state.Start.Branch,
        BranchHead = state.BranchHead,
        Verified = state.Weave is { Verification: { Passed: true } verified } && verified.Weave == intent.Weave ? verified.Tree : null,
    };

    public static IEnumerable<PersonaProgress> Waiting(SprintState state) =>
        state.Roster.Where(persona => persona is { Standing: Standing.Captured, Run.Patch: not null });
}
