using System.CommandLine;
using System.Globalization;
using System.Text;
using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;
using Troupe.Processes;

namespace Troupe.Cli.Mail;

/// <summary>
/// <c>deliver</c>: runs <c>[mail] on_delivery</c> for whoever has new mail and no session. <c>send</c> starts it by itself and does not
/// wait. One at a time in a repository: a second one leaves its work to the first.
/// </summary>
internal static class DeliverCommand
{
    public const string Name = "deliver";

    /// <summary>How <c>send</c> starts it.</summary>
    public const string UnaskedOption = "--unasked";

    private const string LeaseName = "delivery";
    private const string MemoryFile = "delivery.json";
    private const string LogFile = "delivery.log";
    private const int MostOutput = 64 * 1024;

    public static Command Build(MailDesk desk)
    {
        var command = new ExampleCommand(Name, "Wake whoever has new mail and no session, by [mail] on_delivery; 'send' does this by itself.", "jules-mail deliver");
        var unasked = new Option<bool>(UnaskedOption) { Description = "Only what somebody has run by hand before", Hidden = true };
        command.Options.Add(unasked);
        command.SetAction(async (arguments, cancellationToken) =>
        {
            if (desk.Office.Settings().OnDelivery is not { } program)
            {
                throw new TroupeException(ErrorCode.NotFound, "Nothing is to be run: set on_delivery in [mail] of .team/troupe.toml.");
            }

            if (!arguments.GetValue(unasked))
            {
                DeliveryConsent.Give(desk, program);
            }
            else if (!DeliveryConsent.IsGiven(desk, program))
            {
                return ExitCodes.Success;
            }

            // Whoever finds the lease taken goes away: what he came for may have come after this round was over.
            var rounds = desk.Office.Deliveries(Path.Combine(desk.Home.MailFolder, MemoryFile));
            while (await DeliverAsync(desk, rounds, program, cancellationToken) && await rounds.HasNewAsync(cancellationToken))
            {
            }

            return ExitCodes.Success;
        });
        return command;
    }

    /// <returns>Whether this was ours to do: false while somebody else does it.</returns>
    private static async Task<bool> DeliverAsync(MailDesk desk, DeliveryRounds rounds, IReadOnlyList<string> program, CancellationToken cancellationToken)
    {
        var holder = $"process {Environment.ProcessId}";
        await using var hold = await new FileLease(desk.Home.MailFolder).TryAcquireAsync(LeaseName, holder, cancellationToken);
        if (hold is null)
        {
            return false;
        }

        var wakes = await rounds.NextAsync(cancellationToken);
        var busy = await SessionsAtWork.FindAsync(desk, cancellationToken);
        foreach (var wake in wakes)
        {
            if (busy(wake.Persona))
            {
                desk.Terminal.Say($"{wake.Persona} is at work and sees its mail there");
                continue;
            }

            await RunAsync(desk, program, wake, cancellationToken);
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
