using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace Troupe.Personas;

/// <summary>YAML that anybody may have written, as a tree.</summary>
internal static class YamlText
{
    // Front matter is flat; the stream and the document count as a level each.
    private const int Deepest = 6;

    /// <exception cref="YamlException">It is not YAML, or is nested deeper than any key needs.</exception>
    public static IList<YamlDocument> Load(string yaml)
    {
        var at = Mark.Empty;
        try
        {
            RefuseDepth(yaml, ref at);
            var stream = new YamlStream();
            stream.Load(new StringReader(yaml));
            return stream.Documents;
        }
        catch (Exception failure) when (failure is InvalidOperationException or ArgumentException or FormatException or OverflowException)
        {
            // The library's own state checks fail on some unfinished texts, instead of its syntax errors.
            throw new YamlException(at, at, "something that was opened is not closed.", failure);
        }
    }

    // Depth is counted on the parser's events, before a tree is built: building one calls itself for each level, and
    // a file of brackets would end the process.
    private static void RefuseDepth(string yaml, ref Mark at)
    {
        var parser = new Parser(new StringReader(yaml));
        var depth = 0;
        while (parser.MoveNext())
        {
            if (parser.Current is not { } current)
            {
                continue;
            }

            depth += current.NestingIncrease;
            at = current.End;
            if (depth > Deepest && current is MappingStart or SequenceStart)
            {
                throw new YamlException(current.Start, current.End, "lists within lists within lists: no key takes that.");
            }
        }
    }
}
