using Troupe.Agents;
using Troupe.Core;
using Troupe.Engine;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Demo;

/// <summary>
/// A whole sprint in a folder of its own: 23 scripted personas that really edit files, read their mail and do their work
/// again where it collided. No network, no key, nothing left behind.
/// </summary>
/// <param name="program">The path of this program: sessions run it, and find it on their PATH.</param>
/// <param name="environment">The caller's variables.</param>
public sealed class DemoRun(string program, IReadOnlyDictionary<string, string> environment, TimeProvider time)
{
    /// <param name="keep">Whether the repository stays for a look.</param>
    /// <param name="start">Begins to show what happens: gets the work and gives it back when it is done.</param>
    /// <exception cref="TroupeException">Git is missing, or the temporary folder cannot be written.</exception>
    public async Task<DemoOutcome> RunAsync(
        bool keep, ISprintWatcher watcher, Func<Func<Task>, Task> start, CancellationToken cancellationToken)
    {
        using var scratch = new DemoScratch(keep);
        var surroundings = scratch.Environment(environment);
        DemoPrograms.Link(scratch.Programs, program);
        await DemoRepository.CreateAsync(scratch.Repository, surroundings, cancellationToken);
        var workplace = await WorkplaceOpening.OpenAsync(
            scratch.Repository, surroundings, new HostProgram(program, [], scratch.Programs), time, cancellationToken);
        var state = await RunAsync(workplace, watcher, start, cancellationToken);
        var landed = await LandedWork.ReadAsync(workplace.Repository, state, cancellationToken);
        return new DemoOutcome
        {
            Sprint = SprintReport.Of(state, time.GetUtcNow(), landed.Subjects),
            Commits = await DemoRecord.CommitsAsync(workplace, state, cancellationToken),
            Mail = await DemoRecord.MailAsync(workplace, cancellationToken),
            Repository = keep ? scratch.Repository : null,
        };
    }

    private static async Task<SprintState> RunAsync(
        Workplace workplace, ISprintWatcher watcher, Func<Func<Task>, Task> start, CancellationToken cancellationToken)
    {
        await using var orchestrator = await Orchestrator.TakeAsync(workplace, cancellationToken);
        var run = await orchestrator.BeginAsync(new SprintWish(SprintMode.Parallel), watcher, cancellationToken);
        try
        {
            await start(() => run.ToEndAsync(cancellationToken));
            return run.State;
        }
        catch
        {
            await SessionRelease.EndAsync(workplace, run.State);
            throw;
        }
    }
}
