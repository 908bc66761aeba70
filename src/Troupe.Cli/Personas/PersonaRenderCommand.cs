using System.CommandLine;
using Troupe.Cli.Shell;
using Troupe.Core;
using Troupe.Git;
using Troupe.Personas;

namespace Troupe.Cli.Personas;

/// <summary><c>troupe persona render ID</c>: the prompt that a session would get, without its mail.</summary>
internal static class PersonaRenderCommand
{
    private const int JournalEntries = 3;

    public static Command Build(CliContext context)
    {
        var id = new Argument<string>("ID") { Description = "The persona" };
        var sprint = new Option<int>("--sprint") { Description = "The number of the sprint", DefaultValueFactory = _ => 1, HelpName = "N" };
        var attempt = new Option<int>("--attempt") { Description = "The attempt", DefaultValueFactory = _ => 1, HelpName = "N" };
        var revision = new Option<string>("--base") { Description = "Where it would start", DefaultValueFactory = _ => "HEAD", HelpName = "REV" };
        var sequential = new Option<bool>("--sequential") { Description = "As if it ran alone" };
        var json = JsonOption.Create();
        var command = new Command("render", "The whole prompt that a session of this persona would get, without mail.")
        {
            id, sprint, attempt, revision, sequential, json,
        };
        command.SetAction(async (arguments, cancellationToken) =>
        {
            var home = TeamHome.Find(context.WorkingDirectory, context.Environment);
            var roster = Roster.Load(home);
            var persona = roster.Get(arguments.GetRequiredValue(id));
            var repository = await GitRepository.OpenAsync(context.WorkingDirectory, context.Environment, cancellationToken);
            var alone = arguments.GetValue(sequential);
            var prompt = PromptRenderer.Render(persona, new PromptContext
            {
                Sprint = RequirePositive(arguments.GetValue(sprint), "--sprint"),
                Base = await repository.ResolveAsync(arguments.GetValue(revision)!, cancellationToken),
                Mode = alone ? "sequential" : "parallel",
                Attempt = RequirePositive(arguments.GetValue(attempt), "--attempt"),
                MaxAttempts = Settings.Load(home).Sprint.MaxAttempts,
                Others = alone ? [] : [.. roster.Scheduled.Where(other => other.Id != persona.Id).Select(PromptPeer.Of)],
                Journal = JournalFolder.Latest(home, persona.Id, JournalEntries),
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
