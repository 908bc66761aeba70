using System.Globalization;
using System.Text;

namespace Troupe.Rehearsal.Demo;

/// <summary>
/// Writes plausible modules and pages from a seed: the same seed always gives the same text. Hardly a line occurs in
/// two files, so that git takes no file for a renamed copy of another.
/// </summary>
internal sealed class HarbourWriter(int seed)
{
    private readonly Random _random = new(seed);

    public HarbourModule Module(string area, string name)
    {
        List<string> needs = [];
        if (_random.Next(3) > 0)
        {
            needs.Add($"{Any(HarbourWords.Areas)}/{Any(HarbourWords.Modules)}");
        }

        var body = Enumerable.Range(0, _random.Next(14, 30)).Select(_ => Statement()).ToList();
        return new HarbourModule(area, name, $"{Any(HarbourWords.Verbs)} the {Noun()} of every {Noun()}", needs, body);
    }

    public string Page(string area, string name)
    {
        var text = new StringBuilder($"# {Capital(area)}: {name}\n");
        var sections = _random.Next(3, 6);
        for (var section = 0; section < sections; section++)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {Capital(Any(HarbourWords.Verbs))} the {Noun()}\n\n");
            var sentences = _random.Next(3, 7);
            for (var sentence = 0; sentence < sentences; sentence++)
            {
                text.Append(Sentence()).Append('\n');
            }
        }

        return text.ToString();
    }

    private string Statement() => _random.Next(6) switch
    {
        0 => $"    {Noun()}_{Any(HarbourWords.Adjectives)}=$(({Number()} + ${{1:-{Number()}}}))",
        1 => $"    [ -n \"${{{Noun()}_{Noun()}:-}}\" ] || {Noun()}_{Noun()}='{Any(HarbourWords.Adjectives)} {Noun()}'",
        2 => $"    printf '%s: {Any(HarbourWords.Verbs)} the {Any(HarbourWords.Adjectives)} {Noun()} {Number()}\\n' \"$0\"",
        3 => $"    case ${{{Noun()}:-none}} in {Noun()}) {Noun()}_count={Number()} ;; *) {Noun()}_count={Number()} ;; esac",
        4 => $"    # {Capital(Any(HarbourWords.Verbs))} the {Noun()} before the {Any(HarbourWords.Adjectives)} {Noun()} at pier {Number()}.",
        _ => $"    set -- \"$@\" {Noun()}-{Number()} {Any(HarbourWords.Adjectives)}-{Noun()}",
    };

    private string Sentence() =>
        $"{Capital(Any(HarbourWords.Verbs))} the {Any(HarbourWords.Adjectives)} {Noun()} at pier {Number()} "
        + $"and {Any(HarbourWords.Verbs)} the {Noun()} before the {Any(HarbourWords.Adjectives)} {Noun()} is {Any(HarbourWords.Adjectives)}.";

    private string Noun() => Any(HarbourWords.Nouns);

    private int Number() => _random.Next(2, 990);

    private string Any(IReadOnlyList<string> words) => words[_random.Next(words.Count)];

    private static string Capital(string word) => char.ToUpperInvariant(word[0]) + word[1..];
}
