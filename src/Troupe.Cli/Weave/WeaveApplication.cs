using System.CommandLine;
using Troupe.Core;
using Troupe.Forges;
using Troupe.Shell;

namespace Troupe.Cli.Weave;

/// <summary>
/// Weaves, verifies and lands. Where somebody moves the branch meanwhile, all of it is done again on top of what they put there: a tree
/// that was proven and verified on another tip says nothing about this one.
/// </summary>
internal sealed class WeaveApplication(CliContext context, WeaveInput input, ParseResult arguments)
{
    private const int MostTries = 3;

    public required bool IsDryRun { get; init; }

    public required IReadOnlyList<string> Verify { get; init; }

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var bench = await WeaveBench.OpenAsync(context, input.Base(arguments), input.Onto(arguments), cancellationToken);
            var landing = new WeaveLanding(bench);
            await landing.RequireMovableAsync(cancellationToken);
            await using var weave = await bench.WeaveAsync(input.Sources(arguments), input.Order(arguments), input.Acks(arguments), runsCommands: true, cancellationToken);

            // Until something has landed, it is a plan: verification may take long, and may be stopped.
            WeaveMemory.Save(context.Terminal, bench.State, weave, WeaveEnding.Planned);
            var ending = new WeaveEnding(IsDryRun, null, await WeaveVerification.RunAsync(bench, weave, Verify, context, cancellationToken));
            var outcome = ending.IsPlan || ending.IsRed ? null : await landing.PublishAsync(weave, cancellationToken);
            if (outcome is LandingOutcome.Moved moved)
            {
                TellOfNextTry(bench.Target, moved, attempt);
                continue;
            }

            ending = ending with { Branch = outcome is LandingOutcome.Landed landed ? WeaveTarget.NameOf(landed.Branch) : null };
            WeaveMemory.Save(context.Terminal, bench.State, weave, ending);
            return WeaveAnswer.Give(context.Terminal, weave, ending, input.Json(arguments));
        }
    }

    private void TellOfNextTry(WeaveTarget target, LandingOutcome.Moved moved, int attempt)
    {
        var name = Printable.Escape(WeaveTarget.NameOf(moved.Branch));
        if (moved.Found is not { } found)
        {
            throw new TroupeException(
                ErrorCode.RefMoved,
                $"The branch '{name}' was deleted by somebody else during the weave. It is not made again, and nothing was changed: weave again "
                + "if it should be made, or leave out --onto to get a new branch.");
        }

        if (target.Branch is null)
        {
            throw new TroupeException(
                ErrorCode.RefMoved,
                $"The branch '{name}' holds this very weave, and has gone on since, to {found}. It was left alone: there is nothing left to do.");
        }

        if (attempt == MostTries)
        {
            throw new TroupeException(
                ErrorCode.RefMoved,
                $"The branch '{name}' was moved by somebody else during the weave, {MostTries} times in a row; it is at {found} now. What came in there "
                + "stays, and nothing was changed. Weave again when it is quiet there, or leave out --onto to get a new branch, and merge that.");
        }

        context.Terminal.Say($"The branch {name} was moved meanwhile, to {found}: weaving again on top of that ({attempt + 1} of {MostTries}).");
    }
}
