namespace Troupe.Weaving;

/// <summary>Lines as numbers: the same line has the same number in every text, so that texts are compared without their letters.</summary>
internal sealed class LineNumbers
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);

    public int[] Of(string[] lines) =>
        [.. lines.Select(line => _numbers.TryGetValue(line, out var known) ? known : _numbers[line] = _numbers.Count)];
}
