using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Troupe.Cli.Mail;
using Troupe.Core;

namespace Troupe.Cli.Init;

/// <summary>
/// The text of an agent's settings with and without our hook. All three agents have the same form,
/// <c>{"hooks": {EVENT: [{"hooks": [{"type": "command", "command": …}]}]}}</c>. Pure.
/// </summary>
internal sealed partial class AgentHookSettings(AgentHook agent)
{
    private const string Hooks = "hooks";
    private const string Command = "command";
    private const int TimeoutSeconds = 10;

    /// <summary>Nothing happens on a machine that has no jules-mail, and nothing that goes wrong may stop the agent.</summary>
    private string OwnCommand => $"command -v jules-mail >/dev/null 2>&1 && jules-mail check --inject --hook {agent.Name} || true";

    /// <param name="text">The file; null: there is none.</param>
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidSettings"/>: the file is no such settings.</exception>
    public string With(string? text)
    {
        if (text is not null && OwnCommands(text) is [var only] && only == OwnCommand)
        {
            return text;
        }

        var clean = text is null || string.IsNullOrWhiteSpace(text) ? "{\n}\n" : Without(text);
        var root = Parse(clean);
        if (Container(root, Hooks, isArray: false) is not { } hooks)
        {
            return JsonSplice.Append(clean, root, [$"\"{Hooks}\": {{", .. Shifted([.. Event()]), "}"], depth: 0);
        }

        return Container(hooks, agent.Event, isArray: true) is { } groups
            ? JsonSplice.Append(clean, groups, Group(), depth: 2)
            : JsonSplice.Append(clean, hooks, Event(), depth: 1);
    }

    /// <summary>What is left empty by it goes, too; an empty text: nothing is left at all.</summary>
    public string Without(string text)
    {
        var clean = text;
        while (FindOwn(Parse(clean)) is var (container, item))
        {
            clean = JsonSplice.Remove(clean, container, item);
        }

        return clean == text ? text : WithoutEmpty(clean);
    }

    private string WithoutEmpty(string text)
    {
        var root = Parse(text);
        if (root.Member(Hooks) is { IsObject: true } hooks)
        {
            if (hooks.Member(agent.Event) is { IsArray: true, Items.Count: 0 } happening)
            {
                return WithoutEmpty(JsonSplice.Remove(text, hooks, happening));
            }

            if (hooks.Items.Count == 0)
            {
                return WithoutEmpty(JsonSplice.Remove(text, root, hooks));
            }
        }

        return text.Where(letter => !char.IsWhiteSpace(letter)).SequenceEqual("{}") ? "" : text;
    }

    private List<string> OwnCommands(string text)
    {
        List<string> commands = [];
        foreach (var group in Groups(Parse(text)))
        {
            commands.AddRange((group.Member(Hooks)?.Items ?? []).Where(IsOwn).Select(hook => hook.Member(Command)!.Text!));
        }

        return commands;
    }

    /// <summary>A group that holds nothing else goes whole.</summary>
    private (JsonPlace Container, JsonPlace Item)? FindOwn(JsonPlace root)
    {
        foreach (var group in Groups(root))
        {
            if (group.Member(Hooks) is { IsArray: true } hooks && hooks.Items.FirstOrDefault(IsOwn) is { } own)
            {
                return hooks.Items.Count == 1 ? (root.Member(Hooks)!.Member(agent.Event)!, group) : (hooks, own);
            }
        }

        return null;
    }

    private IReadOnlyList<JsonPlace> Groups(JsonPlace root) => root.Member(Hooks)?.Member(agent.Event) is { IsArray: true } groups ? groups.Items : [];

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

    private IEnumerable<string> Event() => [$"\"{agent.Event}\": [", .. Shifted(Group()), "]"];

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
