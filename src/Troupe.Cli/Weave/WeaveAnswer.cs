using Troupe.Core;
using Troupe.Shell;
using Troupe.Weaving;

namespace Troupe.Cli.Weave;

/// <summary>Prints what came of a weave, and turns it into the exit code.</summary>
internal static class WeaveAnswer
{
    public static int Give(Terminal terminal, Weaving.Weave weave, WeaveEnding ending, bool json)
    {
        if (json)
        {
            terminal.Json(WeaveOutput.Of(weave, ending), WeaveOutputJson.Default.WeaveOutput);
        }
        else
        {
            Tell(terminal, weave, ending);
        }

        return !ending.IsRed && weave.Results.All(result => result.Outcome == PatchOutcome.Landed) ? ExitCodes.Success : ExitCodes.Incomplete;
    }

    private static void Tell(Terminal terminal, Weaving.Weave weave, WeaveEnding ending)
    {
        var rows = ending.ResultsOf(weave).Select(result => new[]
        {
            result.Outcome == PatchOutcome.Landed && ending.Branch is null ? "would land" : result.Outcome.ToString().ToLowerInvariant(),
            Printable.Escape(result.Patch.Label),
            Printable.Escape(result.Reason ?? (result.Remark is { } remark ? $"{result.Subject} ({remark})" : result.Subject)),
        }).ToList();
        foreach (var line in TextTable.Lines(rows))
        {
            terminal.Data(line);
        }

        foreach (var line in PlanText.Lines(weave))
        {
            terminal.Data(line);
        }

        TellVerification(terminal, ending);
        terminal.Data("");
        terminal.Data(Summary(weave, ending));
        foreach (var held in weave.Results.Where(result => result is { Outcome: PatchOutcome.Held, Change: not null }))
        {
            terminal.Data($"'--ack {held.Change!.Id.Value[..WeaveAcks.ShownDigits]}' agrees to {Printable.Escape(held.Patch.Label)} as it is now.");
        }

        if (weave.Results.Any(result => result.Outcome != PatchOutcome.Landed))
        {
            terminal.Data("'troupe weave explain PATCH' shows the report for each that does not fit.");
        }
    }

    private static void TellVerification(Terminal terminal, WeaveEnding ending)
    {
        foreach (var step in ending.Verification?.Steps ?? [])
        {
            terminal.Data($"{step.Name}: {(step.Passed ? "passed" : step.Reason ?? "failed")} (log: {Printable.Escape(step.LogFile)})");
        }
    }

    private static string Summary(Weaving.Weave weave, WeaveEnding ending)
    {
        var landed = weave.Order.Count;
        var count = $"{landed} of {weave.Results.Count}";
        return ending switch
        {
            { IsRed: true } => $"{count} fit together, but the result does not pass verification: nothing was changed.",
            { IsPlan: true } => $"{count} would land; nothing was changed.",
            { Branch: { } branch } => $"{count} landed on branch {Printable.Escape(branch)} ({weave.Head}).",
            _ => "Nothing landed; nothing was changed.",
        };
    }
}
