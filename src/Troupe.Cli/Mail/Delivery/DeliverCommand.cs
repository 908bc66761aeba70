using System.CommandLine;
using System.Globalization;
using System.Text;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;
using Troupe.MailCli;
using Troupe.Processes;
using Troupe.Shell;

namespace Troupe.Cli.Mail;

/// <summary>
/// <c>deliver</c>: runs <c>[mail] on_delivery</c> for whoever has new mail and no session. <c>send</c> and the end of a sprint start it by themselves and
/// do not wait. One at a time in a repository: a second one leaves its work to the first.
/// </summary>
internal static class DeliverCommand
{
    private const string LeaseName = "delivery";
    private const string MemoryFile = "delivery.json";
    private const string LogFile = "delivery.log";
    private const int MostOutput = 64 * 1024;

    public static Command Build(MailDesk desk)
    {
        var command = new ExampleCommand(DeliveryStart.Verb, "Wake whoever has new mail and no session, by [mail] on_delivery. The first time only allows it here; then 'send' and sprints do it by themselves.", "jules-mail deliver");
        var unasked = new Option<bool>(DeliveryStart.UnaskedOption) { Description = "Only what somebody has run by hand before", Hidden = true };
        command.Options.Add(unasked);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            if (desk.Office.Settings().OnDelivery is not { } program)
            {
                throw new TroupeException(ErrorCode.NotFound, "Nothing is to be run: set on_delivery in [mail] of .team/troupe.toml.");
            }

            var consent = DeliveryConsent.Find(desk, program);
            if (consent is null && arguments.GetValue(unasked))
            {
                return ExitCodes.Success;
            }

            var rounds = desk.Office.Deliveries(Path.Combine(desk.Home.MailFolder, MemoryFile), consent?.Since);
            if (consent is null)
            {
                await AllowAsync(desk, rounds, program, cancellationToken);
                desk.Terminal.Say("on_delivery is allowed on this machine now: it is run for mail that comes from now on, not for what lies unread");
            }

            // Whoever finds the lease taken goes away: what he came for may have come after this round was over.
            while (await DeliverAsync(desk, rounds, program, cancellationToken) && await rounds.HasNewAsync(cancellationToken))
            {
            }

            return ExitCodes.Success;
        });
        return command;
    }

    /// <summary>From now on; whoever delivers at this moment does so by what was allowed before, and would overwrite the place.</summary>
    private static async Task AllowAsync(MailDesk desk, DeliveryRounds rounds, IReadOnlyList<string> program, CancellationToken cancellationToken)
    {
        await using var hold = await TryHoldAsync(desk, cancellationToken)
            ?? throw new TroupeException(ErrorCode.Busy, "Somebody is being woken by the command that was allowed before: allow the new one when that is over.");
        new DeliveryConsent(await rounds.BeginAsync(cancellationToken)).Give(desk, program);
    }

    private static ValueTask<ILeaseHold?> TryHoldAsync(MailDesk desk, CancellationToken cancellationToken) =>
        new FileLease(desk.Home.MailFolder).TryAcquireAsync(LeaseName, $"process {Environment.ProcessId}", cancellationToken);

    /// <returns>Whether this was ours to do: false while somebody else does it.</returns>
    private static async Task<bool> DeliverAsync(MailDesk desk, DeliveryRounds rounds, IReadOnlyList<string> program, CancellationToken cancellationToken)
    {
        await using var hold = await TryHoldAsync(desk, cancellationToken);
        if (hold is null)
        {
            return false;
        }

        foreach (var wake in await rounds.LookAsync(cancellationToken))
        {
            if ((await SessionsAtWork.FindAsync(desk, cancellationToken))(wake.Persona))
            {
                desk.Terminal.Say($"{wake.Persona} is at work and sees its mail there");
            }
            else if (wake.NotBefore is { } free)
            {
                desk.Terminal.Say($"{wake.Persona} was woken as often as [mail] wakes_per_hour allows; its turn comes after {free.UtcDateTime.ToString("HH:mm 'UTC'", CultureInfo.InvariantCulture)}");
            }
            else
            {
                rounds.Take(wake);
                await RunAsync(desk, program, wake, cancellationToken);
            }
        }

        return true;
    }

    private static async Task RunAsync(MailDesk desk, IReadOnlyList<string> program, Wake wake, CancellationToken cancellationToken)
    {
        var environment = new Dictionary<string, string>(DeliveryStart.Inherited(desk.Context), StringComparer.Ordinal)
        {
            ["TROUPE_PERSONA"] = wake.Persona.Value,
            ["JULES_PERSONA"] = wake.Persona.Value,
            ["TROUPE_MESSAGE_ID"] = wake.Message.ToString(),
        };
        string outcome;
        try
        {
            var result = await ProgramRunner.RunAsync(
                new ProgramRequest
                {
                    Program = program[0],
                    Arguments = [.. program.Skip(1)],
                    WorkingDirectory = desk.Home.RepositoryFolder,
                    Environment = environment,
                    Timeout = desk.SessionTimeout,
                    OutputLimit = MostOutput,
                },
                cancellationToken);
            outcome = $"{(result.Ending is ProgramEnding.TimedOut ? "ended, it took too long" : $"exit code {result.ExitCode}")}\n{result.OutputText}{result.ErrorText}";
        }
        catch (TroupeException failure) when (failure.Code is ErrorCode.Process)
        {
            outcome = failure.Message;
        }

        desk.Terminal.Say($"woke {wake.Persona} for {wake.Message}: {Printable.Escape(outcome.Split('\n')[0])}");
        Record(desk, wake, outcome);
    }

    /// <summary>Nobody watches this program: what the last run said is kept.</summary>
    private static void Record(MailDesk desk, Wake wake, string outcome)
    {
        var time = desk.Context.Time.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
        PublishedFile.Write(Path.Combine(desk.Home.MailFolder, LogFile), Encoding.UTF8.GetBytes($"{time} {wake.Persona} {wake.Message}: {outcome}\n"));
    }
}
