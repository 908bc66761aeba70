using Troupe.Core;
using Troupe.Shell;
using Troupe.Sprints;

namespace Troupe.Cli.Sprints;

/// <summary>
/// What happens, line by line on standard error. Names of those to whom the same happens one after another share a line, and
/// whatever the sprint waits for is said, so that nobody looks at a silent terminal.
/// </summary>
internal sealed class EventLines(Terminal terminal, TimeProvider time, SessionLogs logs) : SprintView(time)
{
    private const string Indent = "         ";
    private readonly EventWords _words = new(logs);
    private readonly WaitWords _waits = new();
    private readonly Lock _gate = new();
    private readonly List<string> _names = [];
    private string _verb = "";
    private DateTimeOffset _since;
    private SprintState? _state;

    public override void Happened(SprintEvent happened, SprintState state)
    {
        lock (_gate)
        {
            _state = state;
            _waits.SomethingHappened(happened.At);
            if (_words.Of(happened, state) is { } line)
            {
                Tell(happened.At, line);
            }
        }
    }

    public override void Pulse()
    {
        lock (_gate)
        {
            Flush();
            if (_state is { } state && _waits.Of(state, Time.GetUtcNow()) is { } line)
            {
                Say(Time.GetUtcNow(), line);
            }
        }
    }

    private void Tell(DateTimeOffset at, EventLine line)
    {
        if (line.Verb != _verb && !line.IsAside)
        {
            Flush();
        }

        if (line.Verb is { } verb)
        {
            (_verb, _since) = _names.Count == 0 ? (verb, at) : (_verb, _since);
            _names.Add(line.Text);
            return;
        }

        Say(at, line.Text);
        foreach (var more in line.More ?? [])
        {
            terminal.Say(Indent + Printable.Escape(more));
        }
    }

    private void Flush()
    {
        if (_names.Count > 0)
        {
            var lines = WrappedText.Lines($"{_verb}: {string.Join(", ", _names)}", WrappedText.Columns - Indent.Length).ToList();
            Say(_since, lines[0]);
            lines.Skip(1).ToList().ForEach(line => terminal.Say($"{Indent}  {line}"));
            _names.Clear();
        }

        _verb = "";
    }

    private void Say(DateTimeOffset at, string text) => terminal.Say($"{at:HH:mm:ss} {Printable.Escape(text)}");
}
