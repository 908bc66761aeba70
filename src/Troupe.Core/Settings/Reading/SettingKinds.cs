namespace Troupe.Core;

/// <summary>The kinds of values that settings have.</summary>
internal static class SettingKinds
{
    public static SettingKind<string> Text { get; } = new(
        "a string that is not empty",
        node => node is SettingNode.Text { Value.Length: > 0 } text ? (true, text.Value) : (false, ""),
        TomlNotation.Quote);

    public static SettingKind<bool> Flag { get; } = new(
        "true or false",
        node => node is SettingNode.Flag flag ? (true, flag.Value) : (false, false),
        value => value ? "true" : "false");

    public static SettingKind<TimeSpan> Duration { get; } = new(
        "a duration such as \"90s\", \"60m\" or \"1h30m\" (or whole seconds), above zero and at most 30 days",
        node => node switch
        {
            SettingNode.Text text when SettingDuration.TryParse(text.Value, out var duration) => (true, duration),
            SettingNode.Number { Value: > 0 and <= SettingDuration.LongestSeconds } number => (true, TimeSpan.FromSeconds(number.Value)),
            _ => (false, default),
        },
        value => TomlNotation.Quote(SettingDuration.Format(value)));

    public static SettingKind<TimeSpan?> Age { get; } = new(
        "a number of days such as \"180d\", or \"off\"",
        node => node switch
        {
            SettingNode.Text { Value: SettingAge.Off } => (true, null),
            SettingNode.Text text when SettingAge.TryParse(text.Value, out var age) => (true, age),
            _ => (false, null),
        },
        value => TomlNotation.Quote(value is { } age ? SettingAge.Format(age) : SettingAge.Off));

    public static SettingKind<long> Size { get; } = new(
        "a size such as \"16MiB\" (or whole bytes), above zero",
        node => node switch
        {
            SettingNode.Text text when SettingSize.TryParse(text.Value, out var bytes) => (true, bytes),
            SettingNode.Number { Value: > 0 } number => (true, number.Value),
            _ => (false, 0),
        },
        value => TomlNotation.Quote(SettingSize.Format(value)));

    public static SettingKind<IReadOnlyList<string>> Texts { get; } = new(
        "an array of strings that are not empty",
        node => ReadAll(node, Text),
        values => TomlNotation.Array(values.Select(TomlNotation.Quote)));

    public static SettingKind<IReadOnlyList<int>> Numbers { get; } = new(
        "an array of whole numbers of at least 1",
        node => ReadAll(node, Number(1)),
        values => TomlNotation.Array(values.Select(value => value.ToString())));

    /// <summary>Program and arguments. One string is a shell's business and becomes <c>sh -c STRING</c>.</summary>
    public static SettingKind<IReadOnlyList<string>> Command { get; } = new(
        "a command: an array of program and arguments, or one string for 'sh -c'",
        node => node switch
        {
            SettingNode.Text { Value: var line } when line.Trim().Length > 0 => (true, ["sh", "-c", line]),
            SettingNode.Sequence { Items: [SettingNode.Text { Value.Length: > 0 }, ..] items }
                when items.All(item => item is SettingNode.Text) => (true, [.. items.Select(item => ((SettingNode.Text)item).Value)]),
            _ => (false, []),
        },
        values => TomlNotation.Array(values.Select(TomlNotation.Quote)));

    public static SettingKind<IReadOnlyDictionary<string, string>> Variables { get; } = new(
        "a table of strings whose names are variable names",
        node => node is SettingNode.Table table && table.Members.All(member => member.Value is SettingNode.Text && IsVariable(member.Key))
            ? (true, table.Members.ToDictionary(member => member.Key, member => ((SettingNode.Text)member.Value).Value, StringComparer.Ordinal))
            : (false, new Dictionary<string, string>(StringComparer.Ordinal)),
        TomlNotation.Inline);

    public static SettingKind<int> Number(int least) => new(
        $"a whole number of at least {least}",
        node => node is SettingNode.Number number && number.Value >= least && number.Value <= int.MaxValue
            ? (true, (int)number.Value)
            : (false, 0),
        value => value.ToString());

    public static SettingKind<T> Choice<T>(params (string Name, T Value)[] choices) => new(
        "one of " + string.Join(", ", choices.Select(choice => TomlNotation.Quote(choice.Name))),
        node => node is SettingNode.Text text && choices.Any(choice => choice.Name == text.Value)
            ? (true, choices.First(choice => choice.Name == text.Value).Value)
            : (false, choices[0].Value),
        value => TomlNotation.Quote(choices.First(choice => EqualityComparer<T>.Default.Equals(choice.Value, value)).Name));

    private static (bool Ok, IReadOnlyList<T> Values) ReadAll<T>(SettingNode node, SettingKind<T> kind)
    {
        if (node is not SettingNode.Sequence sequence)
        {
            return (false, []);
        }

        var read = sequence.Items.ConvertAll(item => kind.Read(item));
        return (read.TrueForAll(item => item.Ok), read.ConvertAll(item => item.Value));
    }

    private static bool IsVariable(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsAsciiLetterOrDigit(c) || c == '_');
}
