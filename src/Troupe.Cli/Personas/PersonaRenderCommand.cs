using System.CommandLine;
using Troupe.Cli.Sessions;
using Troupe.Cli.Sprints;
using Troupe.Core;
using Troupe.Engine;
using Troupe.Git;
using Troupe.Personas;
using Troupe.Shell;
using Troupe.Sprints;

namespace Troupe.Cli.Personas;

/// <summary><c>troupe persona render ID</c>: the prompt that a session would get, without its mail.</summary>
internal static class PersonaRenderCommand
{
    private const int JournalEntries = 3;

    public static Command Build(CliContext context)
    {
        var id = new Argument<string>("ID") { Description = "The persona" };
        var sprint = new Option<int?>("--sprint") { Description = "The number of the sprint. Default: the next one's", HelpName = "N" };
        var attempt = new Option<int>("--attempt") { Description = "The attempt", DefaultValueFactory = _ => 1, HelpName = "N" };
        var revision = new Option<string>("--base") { Description = "Where it would start", DefaultValueFactory = _ => "HEAD", HelpName = "REV" };
        var sequential = new Option<bool>("--sequential") { Description = "As if it ran alone. Default: as the settings have it for that sprint" };
        var json = JsonOption.Create();
        var command = new Command("render", "The whole prompt that a session of this persona would get, without mail.")
        {
            id, sprint, attempt, revision, sequential, json,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var workplace = await WorkplaceOpening.OpenAsync(
                context.WorkingDirectory, context.Environment, HostProgramPath.Of(context), context.Time, cancellationToken);
            var roster = workplace.Roster;
            var persona = roster.Get(arguments.GetRequiredValue(id));
            if (persona.Kind == PersonaKind.Human)
            {
                throw new TroupeException(ErrorCode.InvalidArgument, $"'{persona.Id}' is a human: it gets mail and no prompt.");
            }

            var ledger = new SprintLedger(workplace.SprintLog);
            await ledger.RefreshAsync(cancellationToken);
            var starter = new SprintStarter(workplace, ledger);
            var number = arguments.GetValue(sprint) is { } given ? RequirePositive(given, "--sprint") : await starter.NextNumberAsync(cancellationToken);
            var mode = starter.ModeOf(number, arguments.GetValue(sequential) ? SprintMode.Sequential : null).Mode;
            var alone = mode == SprintMode.Sequential;
            // The revision is one of the checkout that one stands in.
            var repository = await GitRepository.OpenAsync(context.WorkingDirectory, context.Environment, cancellationToken);
            var prompt = PromptRenderer.Render(persona, new PromptContext
            {
                Sprint = number,
                Base = await repository.ResolveAsync(arguments.GetValue(revision)!, cancellationToken),
                Mode = ModeWord.Of(mode),
                Attempt = RequirePositive(arguments.GetValue(attempt), "--attempt"),
                MaxAttempts = workplace.Settings.Sprint.MaxAttempts,
                Others = alone ? [] : [.. roster.Scheduled.Where(other => other.Id != persona.Id).Select(PromptPeer.Of)],
                Journal = JournalFolder.Latest(workplace.Home, persona.Id, JournalEntries),
            });
            context.Terminal.Answer(
                arguments.GetValue(json),
                new PersonaRenderOutput(1, persona.Id.Value, prompt.Text),
                CommandJson.Default.PersonaRenderOutput,
                () => [prompt.Text.TrimEnd('\n')]);
            return ExitCodes.Success;
        });
        return command;
    }

    private static int RequirePositive(int number, string option) => number > 0
        ? number
        : throw new TroupeException(ErrorCode.InvalidArgument, $"{option} {number} is no number of that kind: give one from 1 on.");
}
