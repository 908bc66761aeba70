using Troupe.Processes.Native;
using Troupe.Processes.Piping;
using Troupe.Processes.Starting;

namespace Troupe.Processes;

/// <summary>The pipes and files of one run: opened before it starts, fed and read while it runs, closed at its end.</summary>
internal sealed class RunStreams : IDisposable
{
    private readonly List<int> _childEnds = [];
    private readonly List<int> _unstarted = [];
    private readonly Action<ReadOnlySpan<byte>>? _received;
    private readonly Pipe? _input;
    private readonly Pipe? _output;
    private readonly Pipe? _error;
    private readonly int? _inputFile;
    private readonly int? _outputFile;
    private InputFeed? _feed;
    private PipeDrain? _outputDrain;
    private PipeDrain? _errorDrain;

    public RunStreams(ProgramRequest request)
    {
        Platform.Require();
        Output = new BoundedOutput(request.OutputLimit);
        Error = new BoundedOutput(request.OutputLimit);
        _received = request.Received;
        try
        {
            _inputFile = request.InputFile is { } source ? Keep(StreamFile.OpenToRead(source)) : null;
            _outputFile = request.OutputFile is { } target ? Keep(StreamFile.Create(target)) : null;
            _input = request.Input.IsEmpty || _inputFile is not null ? null : Open(childReads: true);
            _output = _outputFile is null ? Open(childReads: false) : null;

            // One pipe for both keeps what was written in its order.
            _error = _received is null ? Open(childReads: false) : null;
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public BoundedOutput Output { get; }

    public BoundedOutput Error { get; }

    public ChildProcess Start(ProgramRequest request, RunMarker marker)
    {
        var child = ChildProcess.Start(new SpawnPlan
        {
            Program = request.Program,
            Arguments = request.Arguments,
            WorkingDirectory = request.WorkingDirectory,
            Environment = request.Environment,
            Marker = marker,
            Streams = new StandardStreams(_inputFile ?? _input?.ReadEnd, _outputFile ?? _output?.WriteEnd, _error?.WriteEnd),
        });
        Close(_childEnds);
        _unstarted.Clear();
        _outputDrain = _output is { } output ? new PipeDrain(output.ReadEnd, _received ?? Output.Append) : null;
        _errorDrain = _error is { } error ? new PipeDrain(error.ReadEnd, Error.Append) : null;
        _feed = _input is { } input ? new InputFeed(input.WriteEnd, request.Input) : null;
        return child;
    }

    /// <summary>Takes what the pipes still hold.</summary>
    public void Finish()
    {
        _feed?.Dispose();
        _outputDrain?.Finish();
        _errorDrain?.Finish();
    }

    public void Dispose()
    {
        Finish();
        Close(_childEnds);
        Close(_unstarted);
    }

    private static void Close(List<int> descriptors)
    {
        descriptors.ForEach(descriptor => _ = LibC.Close(descriptor));
        descriptors.Clear();
    }

    private int Keep(int descriptor)
    {
        _childEnds.Add(descriptor);
        return descriptor;
    }

    private Pipe Open(bool childReads)
    {
        var pipe = Pipe.Create();
        _childEnds.Add(childReads ? pipe.ReadEnd : pipe.WriteEnd);
        _unstarted.Add(childReads ? pipe.WriteEnd : pipe.ReadEnd);
        return pipe;
    }
}
