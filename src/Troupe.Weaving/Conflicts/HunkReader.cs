using System.Text;

namespace Troupe.Weaving;

/// <summary>
/// Reads the colliding lines out of a merge that shows all three sides (<c>merge-file --diff3</c>). The markers are longer
/// than any that a file is likely to hold. Pure.
/// </summary>
internal sealed class HunkReader(string ours)
{
    public const int MarkerSize = 43;
    public const int MaxHunks = 20;
    private const int MaxLines = 60;
    private const int MaxLength = 6000;

    private static readonly string Open = new('<', MarkerSize);
    private static readonly string Middle = new('|', MarkerSize);
    private static readonly string Split = new('=', MarkerSize);
    private static readonly string Close = new('>', MarkerSize);

    private readonly string[] _ours = ours.Split('\n');
    private readonly List<Hunk> _hunks = [];
    private readonly StringBuilder[] _sides = [new(), new(), new()];
    private int _line;

    /// <summary>Whether some of what collides is not among the hunks.</summary>
    public bool IsCut { get; private set; }

    public IReadOnlyList<Hunk> Read(string merged)
    {
        // -1: lines that merged; then the place in Sides: ours, base, theirs.
        var side = -1;
        foreach (var line in merged.Split('\n'))
        {
            if (IsMarker(line, Open))
            {
                side = 0;
            }
            else if (side == 0 && IsMarker(line, Middle))
            {
                side = 1;
            }
            else if (side == 1 && IsMarker(line, Split))
            {
                side = 2;
            }
            else if (side == 2 && IsMarker(line, Close))
            {
                Add();
                side = -1;
            }
            else if (side >= 0)
            {
                _sides[side].Append(line).Append('\n');
            }
            else
            {
                Advance(line);
            }
        }

        return _hunks;
    }

    private static bool IsMarker(string line, string marker) =>
        line.StartsWith(marker, StringComparison.Ordinal) && (line.Length == MarkerSize || line[MarkerSize] is ' ' or '\r');

    private void Add()
    {
        var (mine, @base, theirs) = (Take(0), Take(1), Take(2));
        if (_hunks.Count < MaxHunks)
        {
            _hunks.Add(new Hunk(_line + 1, Bounded(@base), Bounded(mine), Bounded(theirs)));
        }
        else
        {
            IsCut = true;
        }

        _line += mine.Count(character => character == '\n');
    }

    private string Take(int side)
    {
        var text = _sides[side].ToString();
        _sides[side].Clear();
        return text;
    }

    // Lines that merged may have come from either side: only those of the landed file count for its line numbers.
    private void Advance(string line)
    {
        var found = Array.IndexOf(_ours, line, Math.Min(_line, _ours.Length));
        if (found >= 0 && found - _line <= MaxLines)
        {
            _line = found + 1;
        }
    }

    private string Bounded(string text)
    {
        var end = 0;
        for (var lines = 0; lines < MaxLines && end < text.Length && end < MaxLength; lines++)
        {
            end = text.IndexOf('\n', end) + 1;
        }

        IsCut |= end < text.Length;
        return end < text.Length ? text[..Math.Min(end, MaxLength)] + "…\n" : text;
    }
}
