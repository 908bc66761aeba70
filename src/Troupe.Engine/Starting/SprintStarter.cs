using Troupe.Core;
using Troupe.Personas;
using Troupe.Sprints;

namespace Troupe.Engine;

/// <summary>Decides what the next sprint is, and begins it: the base is pinned before the log says that there is a sprint.</summary>
public sealed class SprintStarter(Workplace workplace, SprintLedger ledger)
{
    /// <summary>What a sprint that started now would be. Writes nothing.</summary>
    /// <exception cref="TroupeException">There is no commit to start from, nobody to run, or an unknown persona is wished for.</exception>
    public async Task<SprintStarted> PlanAsync(SprintWish wish, CancellationToken cancellationToken)
    {
        var settings = workplace.Settings.Sprint;
        var number = await NextNumberAsync(cancellationToken);
        var (target, start) = await OriginAsync(wish, cancellationToken);
        var cast = Cast(wish.Personas);
        var choice = ModeOf(number, wish.Mode);
        return new SprintStarted
        {
            Sprint = number,
            At = workplace.Time.GetUtcNow(),
            Mode = choice.Mode,
            Reason = choice.Reason,
            Base = start.Commit,
            BaseReason = start.Reason,
            BaseTree = await workplace.Repository.TreeOfAsync(start.Commit, cancellationToken),
            Branch = $"troupe/sprint-{number}",
            Target = target,
            Land = settings.Land == LandSetting.Target ? LandingPlace.Target : LandingPlace.Branch,
            Personas = [.. cast.Select(persona => persona.Id)],
            Limits = new SprintLimits
            {
                MaxAttempts = settings.MaxAttempts,
                MaxRuns = settings.MaxRuns,
                MaxParallel = settings.MaxParallel,
                SessionTimeoutSeconds = (int)LongestSession(cast).TotalSeconds,
            },
        };
    }

    /// <summary>The number that the next sprint gets.</summary>
    public Task<int> NextNumberAsync(CancellationToken cancellationToken) => SprintNumbering.NextAsync(workplace, ledger, cancellationToken);

    /// <summary>The mode that a sprint of this number has.</summary>
    /// <param name="wished">Null: the settings decide.</param>
    public ModeChoice ModeOf(int number, SprintMode? wished) => ModeChoice.For(number, Rollout(workplace.Settings.Sprint), wished);

    /// <summary>The branch that a sprint's work is meant for, and where it starts, whoever takes part.</summary>
    /// <exception cref="TroupeException">There is no such branch or revision, or HEAD is on none.</exception>
    public async Task<(string Target, SprintOrigin Start)> OriginAsync(SprintWish wish, CancellationToken cancellationToken)
    {
        var target = await SprintBase.TargetAsync(workplace, cancellationToken);
        return (target, await SprintBase.FindAsync(workplace, ledger.Latest, target, wish.Base, cancellationToken));
    }

    /// <summary>Begins the sprint that <see cref="PlanAsync"/> planned.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Agent"/>: a program that runs somebody, or a check, is missing. Nothing was begun.</exception>
    public async Task BeginAsync(SprintStarted plan, CancellationToken cancellationToken)
    {
        try
        {
            await RequireProgramsAsync(plan, cancellationToken);
        }
        catch (TroupeException failure) when (failure.Code == ErrorCode.Agent)
        {
            throw new TroupeException(failure.Code, $"{failure.Message}\nNo sprint was begun.", failure);
        }

        await workplace.Forge.PinBaseAsync(plan.Sprint, plan.Base, cancellationToken);
        await ledger.AppendAsync([plan], cancellationToken);
    }

    /// <summary>Whether everybody who would run can be run, and every check, looked at before anything has happened.</summary>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Agent"/>: a program is missing; the message names setting, personas and remedy.</exception>
    public async Task RequireProgramsAsync(SprintStarted plan, CancellationToken cancellationToken)
    {
        var cast = plan.Personas.Select(id => workplace.Roster.Get(id.Value)).ToList();
        var agents = await workplace.Agents.MissingAsync(cast, new CommitFiles(workplace.Repository, plan.Base), cancellationToken);
        var judges = await TipSettings.ReadAsync(workplace, plan.Base, cancellationToken);
        var checks = CheckPrograms.Missing(judges, workplace.Environment).Select(check => $"{check.Problem} Every tree would be red. {check.Remedy}");
        List<string> missing = [.. agents, .. checks];
        if (missing.Count > 0)
        {
            throw new TroupeException(ErrorCode.Agent, string.Join('\n', missing));
        }
    }

    /// <summary>
    /// What the engine waits for: every session's own supervisor ends it after what its agent's settings say, which may be
    /// more or less than the sprint's.
    /// </summary>
    private TimeSpan LongestSession(IReadOnlyList<Persona> cast) =>
        cast.Max(persona => workplace.Settings.AgentFor(persona.Agent).Timeout ?? workplace.Settings.Sprint.SessionTimeout);

    private static RolloutRules Rollout(SprintSettings settings) => new()
    {
        Fixed = settings.Mode switch
        {
            SprintModeSetting.Parallel => SprintMode.Parallel,
            SprintModeSetting.Sequential => SprintMode.Sequential,
            _ => null,
        },
        ParallelEvery = settings.ParallelEvery,
        ParallelSprints = settings.ParallelSprints,
    };

    private IReadOnlyList<Persona> Cast(IReadOnlyList<PersonaId>? wished)
    {
        IReadOnlyList<Persona> cast = wished is null
            ? [.. workplace.Roster.Scheduled]
            : [.. wished.Distinct().Select(id => workplace.Roster.Get(id.Value))];
        if (cast.FirstOrDefault(persona => persona.Kind == PersonaKind.Human) is { } human)
        {
            throw new TroupeException(ErrorCode.InvalidArgument, $"'{human.Id}' is a human: it gets mail, it is not run.");
        }

        foreach (var persona in cast)
        {
            // An agent that is not configured is told before anything has started.
            workplace.Agents.For(persona);
        }

        return cast.Count > 0
            ? [.. cast.OrderByDescending(persona => persona.Priority).ThenBy(persona => persona.Id)]
            : throw Nobody();
    }

    private TroupeException Nobody()
    {
        var folder = Printable.Escape(workplace.Home.PersonasFolder);
        return new TroupeException(ErrorCode.NotFound, workplace.Roster.Personas.Count == 0
            ? $"There is nobody in '{folder}': 'troupe init' writes first personas."
            : $"None of the {workplace.Roster.Personas.Count} personas in '{folder}' is scheduled: set 'scheduled: true' in one's front matter, or name them with --personas.");
    }
}
