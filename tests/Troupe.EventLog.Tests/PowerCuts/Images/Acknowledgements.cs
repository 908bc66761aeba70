using System.Text;

namespace Troupe.EventLog.Tests;

/// <summary>The ids that writers of their own processes have reported as durable, one a line.</summary>
internal sealed class Acknowledgements
{
    private readonly Lock _gate = new();
    private readonly List<string> _ids = [];
    private readonly StringBuilder _other = new();
    private int _awaited = int.MaxValue;
    private TaskCompletionSource _reached = new();

    /// <summary>What else the writers said: their errors.</summary>
    public string Other
    {
        get
        {
            lock (_gate)
            {
                return _other.ToString();
            }
        }
    }

    public List<string> SoFar()
    {
        lock (_gate)
        {
            return [.. _ids];
        }
    }

    /// <summary>Completes when so many more have come.</summary>
    public Task MoreAsync(int count)
    {
        lock (_gate)
        {
            _awaited = _ids.Count + count;
            _reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return _reached.Task;
        }
    }

    /// <summary>Takes the output of one writer, in whatever pieces it comes.</summary>
    public Action<ReadOnlySpan<byte>> OfOneWriter()
    {
        var line = new StringBuilder();
        return bytes =>
        {
            foreach (var one in bytes)
            {
                if (one == '\n')
                {
                    Take(line.ToString());
                    line.Clear();
                }
                else
                {
                    line.Append((char)one);
                }
            }
        };
    }

    private void Take(string line)
    {
        lock (_gate)
        {
            if (!Guid.TryParseExact(line, "D", out _))
            {
                _other.AppendLine(line);
                return;
            }

            _ids.Add(line);
            if (_ids.Count >= _awaited)
            {
                _reached.TrySetResult();
            }
        }
    }
}
