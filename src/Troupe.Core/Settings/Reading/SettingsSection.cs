namespace Troupe.Core;

/// <summary>
/// One table of the file while it is read. Every name that is asked for is a known one; what was never asked for is a
/// mistake, so that the list of known keys cannot go out of step with what is read.
/// </summary>
/// <param name="path">The full key of the table, <c>agent.claude</c>; empty for the file.</param>
/// <param name="table">Null where the file has no such table.</param>
internal sealed class SettingsSection(string path, SettingNode.Table? table, SettingsProblems problems, List<SettingValue> values)
{
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    public int Line => table?.Line ?? 1;

    private bool IsOfArray => path.EndsWith(']');

    /// <summary>The table as the file writes it.</summary>
    private string Header => IsOfArray ? $"[[{path[..path.LastIndexOf('[')]}]]" : $"[{path}]";

    public IReadOnlyCollection<string> Names => table?.Members.Keys ?? (IReadOnlyCollection<string>)[];

    public T? Get<T>(SettingKey<T> key)
    {
        var node = Member(key.Name);
        if (node is null)
        {
            if (key.IsRequired)
            {
                problems.Add(Line, $"{Header} has no '{key.Name}': it must be {key.Kind.Name}.");
            }

            values.Add(new SettingValue(Full(key.Name), key.IsRequired ? "" : key.Write(key.Default), SettingOrigin.Default));
            return key.Default;
        }

        var (ok, value) = key.Kind.Read(node);
        if (!ok)
        {
            problems.Add(node.Line, $"{(IsOfArray ? $"'{key.Name}' of {Header}" : Full(key.Name))} must be {key.Kind.Name}, not {Given(node)}.");
            return key.Default;
        }

        values.Add(new SettingValue(Full(key.Name), key.Kind.Write(value), new SettingOrigin(problems.FileName, node.Line)));
        return value;
    }

    /// <summary>The line that a key's value stands on, for mistakes that only show beside other values.</summary>
    public int LineOf(string name) => table?.Members.GetValueOrDefault(name)?.Line ?? Line;

    public SettingsSection Table(string name) => new(Full(name), AsTable(name, Member(name)), problems, values);

    /// <summary>Each table of an array of tables.</summary>
    public IReadOnlyList<SettingsSection> Tables(string name)
    {
        switch (Member(name))
        {
            case null:
                return [];
            case SettingNode.Sequence sequence when sequence.Items.TrueForAll(item => item is SettingNode.Table):
                return [.. sequence.Items.Select((item, index) =>
                    new SettingsSection($"{Full(name)}[{index}]", (SettingNode.Table)item, problems, values))];
            case var other:
                problems.Add(other.Line, $"{Full(name)} must be an array of tables, written [[{Full(name)}]], not {Given(other)}.");
                return [];
        }
    }

    /// <summary>To be called last: what was not asked for until now is unknown.</summary>
    public void RefuseOthers()
    {
        foreach (var (name, node) in table?.Members ?? [])
        {
            if (!_known.Contains(name))
            {
                var where = path.Length == 0 ? "" : $" in {Header}";
                problems.Add(node.Line, $"unknown key '{Printable.Escape(name)}'{where}{Suggestion.Hint(name, _known)}");
            }
        }
    }

    private static string Given(SettingNode node) => node switch
    {
        SettingNode.Text text => TomlNotation.Quote(text.Value),
        SettingNode.Number number => number.Value.ToString(),
        SettingNode.Flag flag => flag.Value ? "true" : "false",
        _ => node.KindName,
    };

    private SettingNode? Member(string name)
    {
        _known.Add(name);
        return table?.Members.GetValueOrDefault(name);
    }

    private SettingNode.Table? AsTable(string name, SettingNode? node)
    {
        if (node is not null and not SettingNode.Table)
        {
            problems.Add(node.Line, $"{Full(name)} must be a table, written [{Full(name)}], not {Given(node)}.");
        }

        return node as SettingNode.Table;
    }

    private string Full(string name) => path.Length == 0 ? Printable.Escape(name) : $"{path}.{Printable.Escape(name)}";
}
