using System.Globalization;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Weaving;

/// <summary>Which rule a path belongs to: git says so, by the patterns of the settings.</summary>
internal sealed class LockRules(GitExecutor git, IReadOnlyList<RegenerationSettings> rules)
{
    private readonly Dictionary<string, int> _rules = new(StringComparer.Ordinal);
    private readonly HashSet<(int Rule, string Path)> _inputs = [];

    public int Count => rules.Count;

    public RegenerationSettings this[int rule] => rules[rule];

    public async Task LoadAsync(IEnumerable<string> paths, CancellationToken cancellationToken)
    {
        var attributes = Enumerable.Range(0, Count).Select(LockAttributes.InputOf).Prepend(LockAttributes.Rule).ToList();
        var result = await git.RunAsync(
            ["check-attr", "--stdin", "-z", .. attributes],
            new GitCall { Input = GitPath.Encode(string.Concat(paths.Distinct(StringComparer.Ordinal).Select(path => path + "\0"))) },
            cancellationToken);

        // The path, the attribute and its value, each ended by NUL.
        var fields = GitPath.Decode(result.Output.Span).Split('\0');
        for (var i = 0; i + 2 < fields.Length; i += 3)
        {
            Learn(fields[i], attributes.IndexOf(fields[i + 1]) - 1, fields[i + 2]);
        }
    }

    /// <summary>Null: no rule makes it.</summary>
    public int? Of(string path) => _rules.TryGetValue(path, out var rule) ? rule : null;

    /// <summary>Whether the rule's lock files are made from this file.</summary>
    public bool IsInput(int rule, string path) => rules[rule].Inputs.Count == 0 ? Of(path) is null : _inputs.Contains((rule, path));

    private void Learn(string path, int input, string value)
    {
        if (input >= 0 && value == "set")
        {
            _inputs.Add((input, path));
        }
        else if (input < 0 && int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var rule) && rule < Count)
        {
            _rules[path] = rule;
        }
    }
}
