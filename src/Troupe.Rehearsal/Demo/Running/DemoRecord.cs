using System.Text;
using Troupe.Engine;
using Troupe.Git;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Demo;

/// <summary>Reads what a finished demo left in its repository and in its mail.</summary>
internal static class DemoRecord
{
    public static async Task<IReadOnlyList<DemoCommit>> CommitsAsync(
        Workplace workplace, SprintState state, CancellationToken cancellationToken)
    {
        var log = await workplace.Repository.Git.RunAsync(
            ["rev-list", "--reverse", "--no-commit-header", "--format=%H%x00%an%x00%s", $"{state.Start.Base}..{state.Tip}"],
            GitCall.Plain,
            cancellationToken);
        return
        [
            .. Encoding.UTF8.GetString(log.Output.Span).Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Select(line => line.Split('\0'))
                .Select(fields => new DemoCommit(fields[0], fields[1], fields[2]))
        ];
    }

    public static async Task<IReadOnlyList<DemoLetter>> MailAsync(Workplace workplace, CancellationToken cancellationToken)
    {
        var mailboxes = await workplace.PostOffice.FoldAsync(cancellationToken);
        return [.. mailboxes.Messages.Select(message => new DemoLetter(
            message.From.Value, [.. message.To.Select(address => address.ToString())], message.Subject))];
    }
}
