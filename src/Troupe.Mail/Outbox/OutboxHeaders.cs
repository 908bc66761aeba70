using Troupe.Core;

namespace Troupe.Mail;

/// <summary>The header lines of one outbox file while they are read, and the first thing that is wrong with them.</summary>
internal sealed class OutboxHeaders
{
    private const int Most = 64;
    private readonly Dictionary<string, (string Text, int Line)> _values = new(StringComparer.Ordinal);

    public delegate bool Reader<T>(string text, out T value);

    public OutboxEntry.Flaw? Flaw { get; private set; }

    public int Count => _values.Count;

    public void Take(string line, int number)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        var name = line[..Math.Max(colon, 0)].Trim();
        if (colon <= 0)
        {
            Refuse(number, $"'{Shortened(line)}' is no 'name: value' line");
        }
        else if (_values.Count == Most)
        {
            Refuse(number, $"there are more than {Most} header lines");
        }
        else if (OutboxHeader.Unquote(line[(colon + 1)..].Trim()) is not { } value)
        {
            Refuse(number, $"the value of '{Shortened(name)}' begins with a quote and is no JSON string");
        }
        else if (!_values.TryAdd(name, (value, number)))
        {
            Refuse(number, $"'{Shortened(name)}' stands there twice");
        }
    }

    public bool Has(string name) => _values.ContainsKey(name);

    public string? Text(string name) => _values.TryGetValue(name, out var value) ? value.Text : null;

    public string Required(string name)
    {
        if (Text(name) is { } text)
        {
            return text;
        }

        Refuse(1, $"there is no '{name}:' line");
        return "";
    }

    /// <summary>The value as something with a form of its own; <paramref name="otherwise"/> where there is none.</summary>
    public T Value<T>(string name, Reader<T> read, T otherwise)
    {
        if (!_values.TryGetValue(name, out var given))
        {
            return otherwise;
        }

        if (read(given.Text, out var value))
        {
            return value;
        }

        Refuse(given.Line, $"'{Shortened(given.Text)}' is no value for '{name}'");
        return otherwise;
    }

    public IReadOnlyList<T> List<T>(string name, Reader<T> read)
    {
        var values = new List<T>();
        if (!_values.TryGetValue(name, out var given))
        {
            return values;
        }

        foreach (var item in given.Text.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (!read(item, out var value))
            {
                Refuse(given.Line, $"'{Shortened(item)}' is no value for '{name}'");
                break;
            }

            values.Add(value);
        }

        return values;
    }

    /// <summary>Refuses every line whose name is not one of these.</summary>
    public void AllowOnly(IReadOnlyList<string> names)
    {
        foreach (var (name, given) in _values.Where(pair => !names.Contains(pair.Key)))
        {
            Refuse(given.Line, $"'{Shortened(name)}' is not known here{Suggestion.Hint(name, names)}");
        }
    }

    public void Refuse(int line, string reason) => Flaw ??= new OutboxEntry.Flaw(line, reason);

    private static string Shortened(string text) => Printable.Escape(text.Length > 60 ? text[..60] + "…" : text);
}
