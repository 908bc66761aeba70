using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Takes in diffs and mails: finds their base, re-makes them on it, and says what is wrong with them otherwise.</summary>
internal sealed class TextIntake(GitExecutor git, DiffRemake remake, WeaveRequest request)
{
    // git's own words for a text that it cannot read, as against one that it can but that does not fit.
    private static readonly string[] Unreadable =
        ["corrupt", "No valid patches", "unrecognized", "malformed", "invalid path", "garbage", "lacks filename", "inconsistent"];

    public async Task<IntakeResult> TakeAsync(PatchSource.Text source, CancellationToken cancellationToken)
    {
        var series = MailSeries.Read(source.Bytes);
        List<string> paths = [];
        foreach (var message in series.Messages)
        {
            var scan = DiffScan.Of(message.Diff.Span);
            if (scan.Objection is { } objection)
            {
                return new IntakeResult.Refused(PatchOutcome.Malformed, objection);
            }

            paths.AddRange(scan.Paths);
        }

        if (series.Messages.Count == 0)
        {
            return new IntakeResult.Refused(PatchOutcome.Malformed, "There is no diff in it.");
        }

        var named = source.Base ?? series.Base ?? request.Base;
        var fork = named ?? request.Tip;
        return await TreeAsync(fork, cancellationToken) is { } tree
            ? await RemakeAsync(series, fork, tree, named is not null, cancellationToken)
            : MissingBase.OfCommit(fork, paths);
    }

    private async Task<IntakeResult> RemakeAsync(MailSeries series, CommitId fork, TreeId tree, bool isNamed, CancellationToken cancellationToken)
    {
        IReadOnlyList<ReadOnlyMemory<byte>> diffs = [.. series.Messages.Select(message => message.Diff)];
        var remade = await remake.ApplyAsync(tree, diffs, cancellationToken);
        if (remade.Tree is { } result)
        {
            return new IntakeResult.Taken(new TakenPatch
            {
                Change = new Patch(fork, result),
                ForkTree = tree,
                Message = MessageOf(series),
                Author = series.Messages[^1].Author?.Identity,
                AuthorTime = series.Messages[^1].Author?.Time,
                Remark = isNamed ? null : "It names no base, so it was applied to the tip as it is; name its base to be sure that it lands where it was meant.",
            });
        }

        if (Array.Exists(Unreadable, word => remade.Problem!.Contains(word, StringComparison.OrdinalIgnoreCase)))
        {
            return new IntakeResult.Refused(PatchOutcome.Malformed, $"git cannot read it: {remade.Problem}.");
        }

        return !isNamed && await remake.IsContainedAsync(tree, diffs, cancellationToken)
            ? new IntakeResult.Refused(PatchOutcome.Redundant, "The tip already has all of it.")
            : new IntakeResult.Refused(PatchOutcome.Stale, Stale(fork, isNamed, remade.Problem!));
    }

    private static string Stale(CommitId fork, bool isNamed, string problem) => isNamed
        ? $"It does not apply to the commit that it claims as its base, {fork}: {problem}. "
            + "Make it again from that commit with 'git diff --binary --full-index'."
        : $"It names no base and does not apply to the tip: {problem}. "
            + "Name the commit that it was made on ('git format-patch --base'), or make it again on the tip.";

    private static string MessageOf(MailSeries series)
    {
        var messages = series.Messages.Select(message => message.Message).OfType<string>().ToList();
        return messages.Count switch
        {
            0 => "",
            1 => messages[0],
            _ => SquashMessage.Of(messages),
        };
    }

    private async Task<TreeId?> TreeAsync(CommitId commit, CancellationToken cancellationToken)
    {
        var result = await git.TryRunAsync(["rev-parse", "--verify", "--quiet", $"{commit}^{{tree}}"], GitCall.Plain, cancellationToken);
        return result.ExitCode == 0 ? TreeId.Parse(result.OutputText.Trim()) : null;
    }
}
