using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Troupe.Core;
using Troupe.MailCli;

namespace Troupe.Cli.Init;

/// <summary>
/// The text of an agent's settings with and without our hook. All three agents have the same form,
/// <c>{"hooks": {EVENT: [{"hooks": [{"type": "command", "command": …}]}]}}</c>. Pure.
/// </summary>
internal sealed partial class AgentHookSettings(AgentHook agent)
{
    /// <summary>A file that we begin. One of the user's that says nothing looks different, most likely, and stays.</summary>
    private const string Begun = "{\n}\n";

    private const string Hooks = "hooks";
    private const string Command = "command";

    /// <summary>It takes milliseconds; where it hangs, it does so after every tool.</summary>
    private const int TimeoutSeconds = 5;

    /// <summary>Nothing happens on a machine that has no jules-mail, and nothing that goes wrong may stop the agent.</summary>
    private string OwnCommand => $"command -v jules-mail >/dev/null 2>&1 && jules-mail check --inject --hook {agent.Name} || true";

    /// <param name="text">The file; null: there is none.</param>
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidSettings"/>: the file is no such settings.</exception>
    public string With(string? text)
    {
        if (text is not null && agent.Events.All(happening => OwnCommands(text, happening) is [var only] && only == OwnCommand))
        {
            return text;
        }

        return agent.Events.Aggregate(string.IsNullOrWhiteSpace(text) ? Begun : Without(text), With);
    }

    /// <summary>What is left empty by it goes, too; an empty text: nothing is left at all.</summary>
    public string Without(string text)
    {
        var clean = agent.Events.Aggregate(text, Without);
        var root = Parse(clean);
        if (clean == text || root.Member(Hooks) is not { IsObject: true, Items.Count: 0 } empty)
        {
            return clean;
        }

        var rest = JsonSplice.Remove(clean, root, empty);
        return rest == Begun ? "" : rest;
    }

    private string With(string text, string happening)
    {
        var root = Parse(text);
        if (Container(root, Hooks, isArray: false) is not { } hooks)
        {
            return JsonSplice.Append(text, root, [$"\"{Hooks}\": {{", .. Shifted(Event(happening)), "}"], depth: 0);
        }

        return Container(hooks, happening, isArray: true) is { } groups
            ? JsonSplice.Append(text, groups, Group(), depth: 2)
            : JsonSplice.Append(text, hooks, Event(happening), depth: 1);
    }

    private string Without(string text, string happening)
    {
        var clean = text;
        while (FindOwn(Parse(clean), happening) is var (container, item))
        {
            clean = JsonSplice.Remove(clean, container, item);
        }

        return clean != text && Parse(clean).Member(Hooks) is { IsObject: true } hooks && hooks.Member(happening) is { IsArray: true, Items.Count: 0 } empty
            ? JsonSplice.Remove(clean, hooks, empty)
            : clean;
    }

    private List<string> OwnCommands(string text, string happening)
    {
        List<string> commands = [];
        foreach (var group in Groups(Parse(text), happening))
        {
            commands.AddRange((group.Member(Hooks)?.Items ?? []).Where(IsOwn).Select(hook => hook.Member(Command)!.Text!));
        }

        return commands;
    }

    /// <summary>A group that holds nothing else goes whole.</summary>
    private static (JsonPlace Container, JsonPlace Item)? FindOwn(JsonPlace root, string happening)
    {
        foreach (var group in Groups(root, happening))
        {
            if (group.Member(Hooks) is { IsArray: true } hooks && hooks.Items.FirstOrDefault(IsOwn) is { } own)
            {
                return hooks.Items.Count == 1 ? (root.Member(Hooks)!.Member(happening)!, group) : (hooks, own);
            }
        }

        return null;
    }

    private static IReadOnlyList<JsonPlace> Groups(JsonPlace root, string happening) => root.Member(Hooks)?.Member(happening) is { IsArray: true } groups ? groups.Items : [];

    /// <summary>A command of the user's may ask for mail too, among other things: only what does nothing else is ours.</summary>
    private static bool IsOwn(JsonPlace hook) => hook.Member(Command)?.Text is { } command && Own().IsMatch(command);

    private JsonPlace Parse(string text)
    {
        try
        {
            return JsonPlace.Parse(Encoding.UTF8.GetBytes(text)) is { IsObject: true } root ? root : throw Refusal("it holds no JSON object");
        }
        catch (JsonException problem)
        {
            throw Refusal($"it is no JSON (line {problem.LineNumber + 1})");
        }
    }

    private JsonPlace? Container(JsonPlace parent, string name, bool isArray) => parent.Member(name) is not { } found ? null
        : (isArray ? found.IsArray : found.IsObject) ? found
        : throw Refusal($"its '{name}' is no {(isArray ? "array" : "object")}");

    private TroupeException Refusal(string reason) =>
        new(ErrorCode.InvalidSettings, $"'{agent.SettingsFile}' was not changed: {reason}. Mend it and try again.");

    private IEnumerable<string> Event(string happening) => [$"\"{happening}\": [", .. Shifted(Group()), "]"];

    private IEnumerable<string> Group() =>
    [
        "{",
        "  \"hooks\": [",
        "    {",
        "      \"type\": \"command\",",
        $"      \"command\": \"{OwnCommand}\",",
        $"      \"timeout\": {TimeoutSeconds * agent.SecondsInTimeout}",
        "    }",
        "  ]",
        "}",
    ];

    private static IEnumerable<string> Shifted(IEnumerable<string> lines) => lines.Select(line => "  " + line);

    /// <summary>Our command, of this version and others.</summary>
    [GeneratedRegex(@"^(command -v jules-mail >/dev/null 2>&1 && )?jules-mail check --inject( --hook \w+)?( \|\| true)?\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Own();
}
