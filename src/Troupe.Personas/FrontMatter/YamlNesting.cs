using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Troupe.Personas;

/// <summary>
/// Front matter is flat. Depth is counted on the parser's events, before a tree is built, because building one
/// calls itself for each level and a file of brackets would end the process.
/// </summary>
internal static class YamlNesting
{
    private const int Deepest = 4;

    /// <exception cref="YamlException">It is nested deeper than any key needs, or is not YAML.</exception>
    public static void Check(string yaml)
    {
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        while (parser.MoveNext())
        {
            depth += parser.Current?.NestingIncrease ?? 0;
            if (depth > Deepest + NestingOfADocument && parser.Current is MappingStart or SequenceStart)
            {
                throw new YamlException(parser.Current.Start, parser.Current.End, "lists within lists within lists: no key takes that.");
            }
        }
    }

    // The stream and the document count as a level each.
    private const int NestingOfADocument = 2;
}
