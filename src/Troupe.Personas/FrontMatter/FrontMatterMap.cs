using System.Globalization;
using Troupe.Core;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Troupe.Personas;

/// <summary>
/// The front matter while it is read. Whatever is asked for is a known key; what was never asked for is a mistake.
/// </summary>
internal sealed class FrontMatterMap
{
    private readonly Dictionary<string, (YamlNode Value, int Line)> _members = new(StringComparer.Ordinal);
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);
    private readonly string _file;

    private FrontMatterMap(string file, List<RosterProblem> problems) => (_file, Problems) = (file, problems);

    public List<RosterProblem> Problems { get; }

    public static FrontMatterMap? Parse(PromptFile prompt, string file, List<RosterProblem> problems)
    {
        try
        {
            if (YamlText.Load(prompt.FrontMatter) is [{ RootNode: YamlMappingNode root }])
            {
                return Of(root, file, problems);
            }

            problems.Add(new RosterProblem(file, 2, "front matter is a list of 'key: value' lines."));
        }
        catch (YamlException failure)
        {
            problems.Add(new RosterProblem(file, LineOf(failure.Start), $"this is not YAML: {Printable.Escape(failure.Message)}"));
        }

        return null;
    }

    /// <summary>One line of text, or null where the key is absent.</summary>
    public string? Line(string key) => Find(key) is not { } node ? null : AsLine(key, node);

    public IReadOnlyList<string> Lines(string key)
    {
        switch (Find(key))
        {
            case null:
                return [];
            case YamlSequenceNode items:
                return [.. items.Select(item => AsLine(key, item)).OfType<string>()];
            default:
                Problem(key, $"'{key}' must be a list, such as [a, b].");
                return [];
        }
    }

    public bool Flag(string key, bool otherwise)
    {
        switch (Plain(key))
        {
            case null:
                return otherwise;
            case "true":
                return true;
            case "false":
                return false;
            default:
                Problem(key, $"'{key}' must be true or false.");
                return otherwise;
        }
    }

    public int Number(string key, int otherwise)
    {
        if (Plain(key) is not { } text)
        {
            return otherwise;
        }

        if (!int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number))
        {
            Problem(key, $"'{key}' must be a whole number.");
        }

        return number;
    }

    /// <summary>One of the names; the first where the key is absent.</summary>
    public T Choice<T>(string key, params (string Name, T Value)[] choices)
    {
        var text = Line(key);
        foreach (var (name, value) in choices)
        {
            if (text == name)
            {
                return value;
            }
        }

        if (text is not null)
        {
            var names = choices.Select(choice => choice.Name).ToList();
            Problem(key, $"'{key}' must be {string.Join(" or ", names)}, not '{Printable.Escape(text)}'{Suggestion.Hint(text, names)}");
        }

        return choices[0].Value;
    }

    /// <summary>Records that a key has to be there; gives an empty text to go on with.</summary>
    public string Missing(string key, string expected)
    {
        // A key that is there and wrong has been told already.
        if (!_members.ContainsKey(key))
        {
            Problems.Add(new RosterProblem(_file, 1, $"the front matter has no '{key}': it must be {expected}."));
        }

        return "";
    }

    public void Problem(string key, string message) =>
        Problems.Add(new RosterProblem(_file, _members.TryGetValue(key, out var member) ? member.Line : 1, message));

    /// <summary>To be called last: what was not asked for until now is unknown.</summary>
    public void RefuseOthers()
    {
        foreach (var (key, (_, line)) in _members)
        {
            if (!_known.Contains(key))
            {
                Problems.Add(new RosterProblem(_file, line, $"unknown key '{Printable.Escape(key)}'{Suggestion.Hint(key, _known)}"));
            }
        }
    }

    private static FrontMatterMap Of(YamlMappingNode root, string file, List<RosterProblem> problems)
    {
        var map = new FrontMatterMap(file, problems);
        foreach (var (key, value) in root.Children)
        {
            map._members[(key as YamlScalarNode)?.Value ?? ""] = (value, LineOf(key.Start));
        }

        return map;
    }

    // The first line of the front matter is the second of the file.
    private static int LineOf(Mark mark) => (int)Math.Max(mark.Line, 1) + 1;

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        return _members.TryGetValue(key, out var member) ? member.Value : null;
    }

    private string? AsLine(string key, YamlNode node)
    {
        if (node is YamlScalarNode { Value: { } text } && text.Trim() is { Length: > 0 } line && Printable.Escape(Joined(line)) == Joined(line))
        {
            return line;
        }

        Problem(key, $"'{key}' must be text on one line, without control characters.");
        return null;
    }

    // Emoji are put together with an invisible joiner; it is the one format character that a name may hold.
    private static string Joined(string text) => text.Replace("\u200D", "", StringComparison.Ordinal);

    private string? Plain(string key)
    {
        if (Find(key) is not { } node)
        {
            return null;
        }

        return node is YamlScalarNode { Style: ScalarStyle.Plain, Value: { } text } ? text : "";
    }
}
