using System.Buffers;
using System.Buffers.Binary;
using System.Text;

namespace Troupe.Mail;

/// <summary>Texts by their numbers: how many, where each ends, and the texts as UTF-8.</summary>
internal sealed class TextTable(PageReader pages, long start, long length)
{
    private readonly Dictionary<uint, string> _known = [];

    public uint Count => length == 0 ? 0 : pages.ReadNumber(start);

    /// <exception cref="CheckpointMisfitException">There is no such text.</exception>
    public string this[uint number]
    {
        get
        {
            if (_known.TryGetValue(number, out var known))
            {
                return known;
            }

            var count = Count;
            if (number >= count)
            {
                throw new CheckpointMisfitException($"There is no text {number}.");
            }

            var begin = number == 0 ? 0 : End(number - 1);
            var text = Encoding.UTF8.GetString(pages.ReadAll(start + ((1 + (long)count) * sizeof(uint)) + begin, (long)End(number) - begin));
            _known.Add(number, text);
            return text;
        }
    }

    public static byte[] Write(IReadOnlyList<string> texts)
    {
        var into = new ArrayBufferWriter<byte>();
        var end = 0;
        WriteNumber(into, texts.Count);
        foreach (var text in texts)
        {
            WriteNumber(into, end += Encoding.UTF8.GetByteCount(text));
        }

        foreach (var text in texts)
        {
            Encoding.UTF8.GetBytes(text, into);
        }

        return into.WrittenSpan.ToArray();
    }

    /// <summary>All texts in one read: for tables that are wanted whole.</summary>
    public string[] All()
    {
        var bytes = pages.ReadAll(start, length).AsSpan();
        var texts = new string[length == 0 ? 0 : BinaryPrimitives.ReadInt32LittleEndian(bytes)];
        var (begin, at) = (0, (1 + texts.Length) * sizeof(uint));
        for (var number = 0; number < texts.Length; number++)
        {
            var end = BinaryPrimitives.ReadInt32LittleEndian(bytes[((1 + number) * sizeof(uint))..]);
            texts[number] = Encoding.UTF8.GetString(bytes[(at + begin)..(at + end)]);
            begin = end;
        }

        return texts;
    }

    private static void WriteNumber(ArrayBufferWriter<byte> into, int number)
    {
        BinaryPrimitives.WriteInt32LittleEndian(into.GetSpan(sizeof(int)), number);
        into.Advance(sizeof(int));
    }

    private uint End(uint number) => pages.ReadNumber(start + ((1 + (long)number) * sizeof(uint)));
}
