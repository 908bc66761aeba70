using System.Globalization;
using System.Text;
using Troupe.Core;

namespace Troupe.Rehearsal.Replay;

/// <summary>
/// Names the personas of one case: <c>pr-12</c> after the pull request, else after the author. One author may have
/// several changes in a case; every name is given once.
/// </summary>
internal sealed class PersonaNaming
{
    private const int MaxStem = 48;

    private readonly HashSet<string> _given = new(StringComparer.Ordinal);

    public PersonaId Name(Landing landing)
    {
        var stem = landing.Number is { } number ? string.Create(CultureInfo.InvariantCulture, $"pr-{number}") : Slug(landing.Author);
        var name = stem;
        for (var ordinal = 2; !_given.Add(name); ordinal++)
        {
            name = string.Create(CultureInfo.InvariantCulture, $"{stem}-{ordinal}");
        }

        return PersonaId.Parse(name);
    }

    private static string Slug(string author)
    {
        var slug = new StringBuilder();
        foreach (var c in author.ToLowerInvariant())
        {
            if (char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) && slug.Length > 0)
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '-')
            {
                slug.Append('-');
            }
        }

        var text = slug.ToString(0, Math.Min(slug.Length, MaxStem)).TrimEnd('-');
        return text.Length == 0 ? "author" : text;
    }
}
