using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Troupe.Shell;

/// <summary>
/// The process's environment as it was at the start. A single variable is looked up where it lies; only who wants all of them
/// pays for a copy, which a mail command never does.
/// </summary>
internal sealed class ProcessEnvironment : IReadOnlyDictionary<string, string>
{
    private readonly Lazy<Dictionary<string, string>> _all = new(Copy);

    public IEnumerable<string> Keys => _all.Value.Keys;

    public IEnumerable<string> Values => _all.Value.Values;

    public int Count => _all.Value.Count;

    public string this[string key] => _all.Value[key];

    public bool ContainsKey(string key) => TryGetValue(key, out _);

    public bool TryGetValue(string key, [MaybeNullWhen(false)] out string value)
    {
        value = Environment.GetEnvironmentVariable(key);
        return value is not null;
    }

    public IEnumerator<KeyValuePair<string, string>> GetEnumerator() => _all.Value.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static Dictionary<string, string> Copy() => Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
        .ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value ?? "", StringComparer.Ordinal);
}
