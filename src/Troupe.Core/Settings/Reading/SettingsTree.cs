using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace Troupe.Core;

/// <summary>
/// The syntax tree of a TOML file as nested tables that remember their lines. It is built from the parser's syntax
/// tree because that knows the lines and needs no reflection.
/// </summary>
internal static class SettingsTree
{
    public static SettingNode.Table Parse(string text, SettingsProblems problems)
    {
        var root = SettingNode.Table.Empty(1);
        var document = SyntaxParser.Parse(text, problems.FileName, validate: true);
        if (document.HasErrors)
        {
            // What follows the first one is mostly its consequence.
            var first = document.Diagnostics.Where(message => message.Kind == DiagnosticMessageKind.Error).MinBy(message => message.Span.Start.Offset)!;
            var line = first.Span.Start.Line + 1;
            problems.Add(line, SyntaxWords.Of(first.Message, text.Split('\n').ElementAtOrDefault(line - 1) ?? ""));
            return root;
        }

        AddAll(root, document.KeyValues);
        foreach (var table in document.Tables)
        {
            AddAll(Open(root, table), table.Items);
        }

        return root;
    }

    private static SettingNode.Table Open(SettingNode.Table root, TableSyntaxBase header)
    {
        var names = Names(header.Name!);
        var line = LineOf(header);
        var parent = Descend(root, names[..^1], line);
        if (header is not TableArraySyntax)
        {
            return Descend(parent, names[^1..], line);
        }

        if (!parent.Members.TryGetValue(names[^1], out var existing))
        {
            parent.Members[names[^1]] = existing = new SettingNode.Sequence([], line);
        }

        var added = SettingNode.Table.Empty(line);
        ((SettingNode.Sequence)existing).Items.Add(added);
        return added;
    }

    private static SettingNode.Table Descend(SettingNode.Table table, IEnumerable<string> names, int line)
    {
        foreach (var name in names)
        {
            if (!table.Members.TryGetValue(name, out var next))
            {
                table.Members[name] = next = SettingNode.Table.Empty(line);
            }

            // A header below an array of tables means the last table of the array.
            table = next as SettingNode.Table ?? (SettingNode.Table)((SettingNode.Sequence)next).Items[^1];
        }

        return table;
    }

    private static void AddAll(SettingNode.Table table, IEnumerable<KeyValueSyntax> pairs)
    {
        foreach (var pair in pairs)
        {
            var names = Names(pair.Key!);
            var line = LineOf(pair);
            Descend(table, names[..^1], line).Members[names[^1]] = Value(pair.Value!, line);
        }
    }

    private static SettingNode Value(ValueSyntax value, int line) => value switch
    {
        StringValueSyntax text => new SettingNode.Text(text.Value ?? "", line),
        IntegerValueSyntax number => new SettingNode.Number(number.Value, line),
        BooleanValueSyntax flag => new SettingNode.Flag(flag.Value, line),
        ArraySyntax array => new SettingNode.Sequence([.. array.Items.Select(item => Value(item.Value!, LineOf(item)))], line),
        InlineTableSyntax table => Inline(table, line),
        FloatValueSyntax => new SettingNode.Other("a fraction", line),
        _ => new SettingNode.Other("a date or time", line),
    };

    private static SettingNode.Table Inline(InlineTableSyntax syntax, int line)
    {
        var table = SettingNode.Table.Empty(line);
        AddAll(table, syntax.Items.Select(item => item.KeyValue!));
        return table;
    }

    private static string[] Names(KeySyntax key) => [NameOf(key.Key!), .. key.DotKeys.Select(item => NameOf(item.Key!))];

    private static string NameOf(BareKeyOrStringValueSyntax key) => key switch
    {
        BareKeySyntax bare => bare.Key?.Text ?? "",
        StringValueSyntax quoted => quoted.Value ?? "",
        _ => key.ToString(),
    };

    private static int LineOf(SyntaxNode node) => node.Span.Start.Line + 1;
}
