using System.Text;

namespace Troupe.Cli.Init;

/// <summary>Puts a value into a JSON text, or takes one out, and leaves every other byte as it is.</summary>
internal static class JsonSplice
{
    private const string Unit = "  ";

    /// <summary>Adds an item to an array, or a member to an object, as the last one.</summary>
    /// <param name="lines">The item (with its name) as it stands at the left margin.</param>
    /// <param name="depth">How deep the container lies.</param>
    public static string Append(string text, JsonPlace container, IEnumerable<string> lines, int depth)
    {
        var bytes = Encoding.UTF8.GetBytes(text);

        // The comma stands right after the value before; the item after whatever is said about that value.
        var close = container.End - 1;
        var last = close;
        while (last > container.Start + 1 && bytes[last - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            last--;
        }

        var comma = container.Items.Count == 0 ? last : container.Items[^1].End;
        var tail = Encoding.UTF8.GetString(bytes, last, bytes.Length - last);
        var before = Encoding.UTF8.GetString(bytes, 0, comma)
            + (container.Items.Count == 0 ? "" : ",")
            + Encoding.UTF8.GetString(bytes, comma, last - comma);
        if (!bytes.AsSpan(container.Start, container.End - container.Start).Contains((byte)'\n'))
        {
            // What stands on one line stays there, so that taking the item out again leaves what was.
            return before + (container.Items.Count == 0 ? "" : " ") + string.Join(' ', lines.Select(line => line.TrimStart())) + tail;
        }

        var newLine = text.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        var margin = newLine + string.Concat(Enumerable.Repeat(Unit, depth));
        var hasLineOfItsOwn = bytes.AsSpan(last, close - last).Contains((byte)'\n');
        return before + string.Concat(lines.Select(line => margin + Unit + line)) + (hasLineOfItsOwn ? tail : margin + tail.TrimStart(' ', '\t'));
    }

    /// <summary>Takes an item (with its name) out of its container, with the comma that belongs to it.</summary>
    public static string Remove(string text, JsonPlace container, JsonPlace item)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var index = container.Items.ToList().IndexOf(item);
        var start = item.Outset;
        while (start > container.Start + 1 && bytes[start - 1] is (byte)' ' or (byte)'\t' or (byte)'\r' or (byte)'\n')
        {
            start--;
        }

        var kept = new List<byte>(bytes.Length);
        if (index < container.Items.Count - 1)
        {
            // The comma after it goes.
            var comma = Comma(bytes, item.End, container.Items[index + 1].Outset);
            kept.AddRange(bytes[..start]);
            kept.AddRange(bytes[item.End..comma]);
            kept.AddRange(bytes[(comma + 1)..]);
        }
        else if (index > 0)
        {
            // It is the last one: the comma before it goes.
            var before = container.Items[index - 1].End;
            var comma = Comma(bytes, before, item.Outset);
            kept.AddRange(bytes[..comma]);
            kept.AddRange(comma < start ? bytes[(comma + 1)..start] : []);
            kept.AddRange(bytes[item.End..]);
        }
        else
        {
            kept.AddRange(bytes[..start]);
            kept.AddRange(bytes[item.End..]);
        }

        return Encoding.UTF8.GetString([.. kept]);
    }

    /// <summary>The comma between two values; comments between them may hold others.</summary>
    private static int Comma(byte[] bytes, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (bytes[at] == (byte)',')
            {
                return at;
            }

            if (bytes[at] == (byte)'/')
            {
                var isLine = bytes[at + 1] == (byte)'/';
                var end = bytes.AsSpan(at + 2).IndexOf(isLine ? "\n"u8 : "*/"u8);
                at += 2 + end + (isLine ? 0 : 1);
            }
        }

        throw new InvalidOperationException("Two values of a JSON container without a comma between them.");
    }
}
