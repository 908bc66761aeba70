using System.CommandLine;
using Troupe.Core;
using Troupe.Engine;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>The options that say what a new sprint is to be like.</summary>
internal sealed class SprintOptions
{
    private readonly Option<string?> _mode = new("--mode")
    {
        Description = "parallel or sequential (alias cycle). Default: the settings' mode",
        HelpName = "MODE",
    };

    private readonly Option<string?> _base = new("--base")
    {
        Description = "The revision to start from. Default: the last sprint's branch if it goes on from the target, else the target",
        HelpName = "REV",
    };

    private readonly Option<string[]> _personas = new("--personas")
    {
        Description = "Only these personas, separated by commas or blanks. Default: all that are scheduled",
        HelpName = "ID",
        AllowMultipleArgumentsPerToken = true,
    };

    public void AddTo(Command command)
    {
        command.Options.Add(_mode);
        command.Options.Add(_base);
        command.Options.Add(_personas);
    }

    public SprintWish Read(ParseResult arguments) => new(
        ParseMode(arguments.GetValue(_mode)),
        arguments.GetValue(_base),
        arguments.GetValue(_personas) is { Length: > 0 } named ? Cast(named) : null);

    private static IReadOnlyList<PersonaId> Cast(string[] named)
    {
        List<PersonaId> cast = [.. named.SelectMany(text => text.Split([',', ' '], StringSplitOptions.RemoveEmptyEntries)).Select(PersonaId.Parse)];
        return cast.Count > 0 ? cast : throw new TroupeException(ErrorCode.InvalidArgument, "--personas names nobody: give ids, separated by commas.");
    }

    private static SprintMode? ParseMode(string? text) => text switch
    {
        null => null,
        "parallel" => SprintMode.Parallel,
        "sequential" or "cycle" => SprintMode.Sequential,
        _ => throw new TroupeException(
            ErrorCode.InvalidArgument,
            $"There is no mode '{Printable.Escape(text)}'{Suggestion.Hint(text, ["parallel", "sequential", "cycle"])} "
            + "The modes are parallel and sequential (alias cycle)."),
    };
}
