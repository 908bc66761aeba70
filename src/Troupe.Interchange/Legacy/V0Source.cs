namespace Troupe.Interchange;

/// <summary>An <c>events.jsonl</c> of the older vocabulary. What its other events say is gathered before its messages are given out.</summary>
internal sealed class V0Source(string path) : ILetterSource
{
    private readonly V0Attachments _attachments = new(new BlobsFolder(Path.GetDirectoryName(path)!));

    public IEnumerable<SourceItem> Items()
    {
        var marks = new V0Marks();
        var (flaws, messages) = (new List<SourceItem>(), new HashSet<long>());
        foreach (var (name, line) in Lines())
        {
            try
            {
                Gather(Parse(line), marks, messages);
            }
            catch (FormatException problem)
            {
                flaws.Add(new SourceItem(name, () => throw new FormatException(problem.Message, problem)));
            }
        }

        flaws.AddRange(marks.Messages.Where(message => !messages.Contains(message)).Select(message =>
            new SourceItem(path, () => throw new FormatException($"events are about message_id {message}, which no '{V0Event.Send}' event has"))));
        return flaws.Concat(Sent(marks));
    }

    private static void Gather(V0Event happened, V0Marks marks, HashSet<long> messages)
    {
        if (happened.EventType == V0Event.Send)
        {
            messages.Add(happened.MessageId);
        }
        else if (!marks.Take(happened))
        {
            throw new FormatException($"its event_type '{happened.EventType}' is none of the vocabulary, or misses its tag");
        }
    }

    private IEnumerable<SourceItem> Sent(V0Marks marks)
    {
        foreach (var (name, line) in Lines())
        {
            if (TryParse(line) is { EventType: V0Event.Send } sent)
            {
                yield return new SourceItem(name, () => V0Letters.Of(sent, marks.Of(sent.MessageId, sent.ToPersona), _attachments));
            }
        }
    }

    private IEnumerable<(string Name, byte[] Line)> Lines() => LineReader.Read(path).Select(line => ($"{path}, line {line.Number}", line.Line));

    private static V0Event Parse(byte[] line) => InterchangeJsonReading.Read(line, InterchangeJson.Default.V0Event);

    private static V0Event? TryParse(byte[] line)
    {
        try
        {
            return Parse(line);
        }
        catch (FormatException)
        {
            // It was reported as it was gathered.
            return null;
        }
    }
}
