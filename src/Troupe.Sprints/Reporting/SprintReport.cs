using System.Text.Json.Serialization;
using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>
/// One sprint as <c>sprint run</c> and <c>sprint show</c> print it with <c>--json</c>. Members are only ever added.
/// </summary>
public sealed record SprintReport
{
    public int SchemaVersion { get; init; } = 1;

    public required int Sprint { get; init; }

    /// <summary>The mode that the sprint started in.</summary>
    public required SprintMode Mode { get; init; }

    public required string Reason { get; init; }

    public required string Base { get; init; }

    /// <summary>Why that commit, in words; null: the sprint was begun by a version that did not say.</summary>
    public required string? BaseReason { get; init; }

    public required int Ticks { get; init; }

    /// <summary>In roster order, as are <see cref="Landed"/>, <see cref="Skipped"/> and <see cref="Unchanged"/>.</summary>
    public required IReadOnlyList<string> Personas { get; init; }

    /// <summary>Who landed at least one patch.</summary>
    public required IReadOnlyList<string> Landed { get; init; }

    /// <summary>Who was skipped without having landed anything.</summary>
    public required IReadOnlyList<string> Skipped { get; init; }

    /// <summary>Who had nothing to change.</summary>
    public required IReadOnlyList<string> Unchanged { get; init; }

    /// <summary>One entry for each conflicted attempt, in the order in which they happened.</summary>
    public required IReadOnlyList<ReportedConflict> Conflicts { get; init; }

    /// <summary>Sessions that were to redo a patch which had not landed; a failed session that is tried again is none.</summary>
    public required int Reworks { get; init; }

    /// <summary>Messages that the engine sent.</summary>
    public required int Mails { get; init; }

    /// <summary>The tree of <see cref="Branch"/>; the base's where nothing landed.</summary>
    public required string Tree { get; init; }

    /// <summary>Null: nothing landed, so there is no branch.</summary>
    public required string? Branch { get; init; }

    /// <summary>The head of <see cref="Branch"/>; the base where nothing landed.</summary>
    public required string Head { get; init; }

    /// <summary>From the start to the end, or until now.</summary>
    public required double Seconds { get; init; }

    /// <summary>One entry for each run that is over, in the order in which their outcomes became known.</summary>
    public required IReadOnlyList<ReportedOutcome> Outcomes { get; init; }

    public required IReadOnlyList<ReportedSkip> Skips { get; init; }

    /// <summary>Why the mode changed on the way; null: it did not.</summary>
    public required string? Fallback { get; init; }

    /// <summary>Where the work is meant to go in the end, and whether it is there.</summary>
    public required ReportedTarget Target { get; init; }

    /// <summary>One entry for each persona, in roster order: where it stands.</summary>
    public required IReadOnlyList<ReportedStanding> Standings { get; init; }

    /// <summary><c>completed</c>, <c>aborted</c>, <c>paused</c>, <c>aborting</c> (the lead ended it, and that is not carried out yet) or <c>running</c>.</summary>
    public required string State { get; init; }

    /// <summary>Who runs the sprint, besides whoever reports; null: nobody, which the log alone does not tell.</summary>
    public SprintRunner? Runner { get; init; }

    /// <summary>Whether the sprint is over and nothing was left behind: nobody skipped, and the target moved if it was meant to.</summary>
    [JsonIgnore]
    public bool IsComplete => State == "completed" && Skips.Count == 0 && !Target.IsLeftBehind;

    /// <param name="subjects">The subjects of landed commits, which the log does not hold; null: they are left out.</param>
    public static SprintReport Of(SprintState state, DateTimeOffset now, IReadOnlyDictionary<CommitId, string>? subjects = null) => new()
    {
        Sprint = state.Number,
        Mode = state.Start.Mode,
        Reason = state.Start.Reason,
        Base = $"{state.Start.Base}",
        BaseReason = state.Start.BaseReason,
        Ticks = state.Ticks,
        Personas = Names(state.Roster),
        Landed = Names(state.Roster.Where(persona => persona.HasLanded)),
        Skipped = Names(state.Roster.Where(persona => persona is { Skip: not null, HasLanded: false })),
        Unchanged = Names(state.Roster.Where(persona => persona is { Standing: Standing.Done, HasLanded: false })),
        Conflicts = [.. state.Conflicts.Select(ReportedConflict.Of)],
        Reworks = state.Reworks,
        Mails = state.Mails,
        Tree = $"{state.Tree}",
        Branch = state.BranchHead is null ? null : state.Start.Branch,
        Head = $"{state.Tip}",
        Seconds = Math.Round(((state.Ended?.At ?? now) - state.Start.At).TotalSeconds, 3),
        Outcomes = [.. state.Outcomes.Select(outcome => ReportedOutcome.Of(outcome, subjects))],
        Skips = [.. state.Roster.Where(persona => persona.Skip is not null).Select(persona => ReportedSkip.Of(persona.Skip!, persona.Setback))],
        Fallback = state.Fallback?.Reason,
        Target = ReportedTarget.Of(state),
        Standings = [.. state.Roster.Select(persona => ReportedStanding.Of(persona, state.Ended is not null))],
        State = Stage(state),
    };

    private static string Stage(SprintState state) => state switch
    {
        { Ended.Ending: SprintEnding.Aborted } => "aborted",
        { Ended: not null } => "completed",
        { Paused: not null } => "paused",
        { IsAborting: true } => "aborting",
        _ => "running",
    };

    private static List<string> Names(IEnumerable<PersonaProgress> personas) => [.. personas.Select(persona => $"{persona.Id}")];
}
