using System.Text;
using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail;

/// <summary>
/// Reads the values of a record's members, each with a form of its own; a wrong form is a <see cref="FormatException"/>.
/// By hand, because a general JSON reader was most of what an inbox cost.
/// </summary>
internal static class PayloadReader
{
    public static PersonaId Persona(ReadOnlySpan<byte> value) => PersonaId.Parse(RecordValue.Text(value));

    public static Address Address(ReadOnlySpan<byte> value) => Mail.Address.Parse(RecordValue.Text(value));

    public static SessionId Session(ReadOnlySpan<byte> value) => SessionId.Parse(RecordValue.Text(value));

    /// <summary>Which of the names it is; -1 for another text.</summary>
    public static int Choice(ReadOnlySpan<byte> value, IReadOnlyList<string> names)
    {
        if (value is not [(byte)'"', .. var text, (byte)'"'])
        {
            throw new FormatException("a text is expected");
        }

        for (var index = 0; index < names.Count; index++)
        {
            if (Ascii.Equals(text, names[index]))
            {
                return index;
            }
        }

        return -1;
    }

    public static T[] List<T>(ReadOnlySpan<byte> value, Element<T> element)
    {
        // Most lists have one element: they are read without a second list to grow.
        var items = RecordItems.Of(value);
        if (!items.MoveNext())
        {
            return [];
        }

        var first = element(items.Current);
        if (!items.MoveNext())
        {
            return [first];
        }

        var all = new List<T> { first };
        do
        {
            all.Add(element(items.Current));
        }
        while (items.MoveNext());
        return [.. all];
    }

    public delegate T Element<out T>(ReadOnlySpan<byte> value);
}
