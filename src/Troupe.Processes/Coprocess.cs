using Microsoft.Win32.SafeHandles;
using Troupe.Core;
using Troupe.Processes.Ending;
using Troupe.Processes.Native;
using Troupe.Processes.Piping;
using Troupe.Processes.Starting;

namespace Troupe.Processes;

/// <summary>A program that we talk to over its standard streams until we dispose it, which ends it and all that it started.</summary>
/// <remarks>The streams block; one conversation at a time. Disposing from another thread ends a read that waits.</remarks>
public sealed class Coprocess : IAsyncDisposable
{
    private const int ErrorLimit = 64 * 1024;

    private readonly string _name;
    private readonly TimeSpan _grace;
    private readonly ChildProcess _child;
    private readonly Family _family;
    private readonly BoundedOutput _error = new(ErrorLimit);
    private readonly PipeDrain _errorDrain;
    private int _disposed;

    private Coprocess(ProgramRequest request, ChildProcess child, RunMarker marker, int input, int output, int error)
    {
        _name = string.Join(' ', request.Arguments.Prepend(Path.GetFileName(request.Program)).Take(4));
        _grace = request.Grace;
        _child = child;
        _family = new Family(child, marker);
        _errorDrain = new PipeDrain(error, _error.Append);
        Input = new FileStream(new SafeFileHandle(input, ownsHandle: true), FileAccess.Write, bufferSize: 0);
        Output = new FileStream(new SafeFileHandle(output, ownsHandle: true), FileAccess.Read, ErrorLimit);
    }

    /// <summary>The program's standard input, unbuffered.</summary>
    public Stream Input { get; }

    /// <summary>The program's standard output.</summary>
    public Stream Output { get; }

    /// <summary>The exit code, as soon as there is one.</summary>
    public Task<int> Exited => _child.Exited;

    /// <param name="request">Its input, timeout and output limit are not used: the conversation decides.</param>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Process"/>: the program could not be started.</exception>
    public static Coprocess Start(ProgramRequest request)
    {
        Platform.Require();
        Pipe input = Pipe.Create(), output = Pipe.Create(), error = Pipe.Create();
        var marker = RunMarker.Next();
        try
        {
            var child = ChildProcess.Start(new SpawnPlan
            {
                Program = request.Program,
                Arguments = request.Arguments,
                WorkingDirectory = request.WorkingDirectory,
                Environment = request.Environment,
                Marker = marker,
                Streams = new StandardStreams(input.ReadEnd, output.WriteEnd, error.WriteEnd),
            });
            return new Coprocess(request, child, marker, input.WriteEnd, output.ReadEnd, error.ReadEnd);
        }
        catch
        {
            Close(input.WriteEnd, output.ReadEnd, error.ReadEnd);
            throw;
        }
        finally
        {
            Close(input.ReadEnd, output.WriteEnd, error.WriteEnd);
        }
    }

    /// <summary>To be thrown by whoever finds the conversation broken off: ends the program and tells its last words.</summary>
    public async Task<TroupeException> BrokenOffAsync(ErrorCode code)
    {
        await DisposeAsync();
        var words = System.Text.Encoding.UTF8.GetString(_error.Kept.Span).Trim();
        return new TroupeException(
            code,
            $"'{Printable.Escape(_name)}' broke off (exit code {await Exited}): {(words.Length > 0 ? Printable.Escape(words) : "it said nothing")}.");
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _disposed, 1) != 0)
        {
            return;
        }

        await Input.DisposeAsync();
        try
        {
            await Exited.WaitAsync(_grace);
        }
        catch (TimeoutException)
        {
            // It does not end at the end of its input: the family is ended below.
        }

        if (!Exited.IsCompleted || _family.HasSurvivors())
        {
            await _family.EndAsync();
        }

        await Exited;
        _errorDrain.Finish();
        await Output.DisposeAsync();
    }

    private static void Close(params ReadOnlySpan<int> descriptors)
    {
        foreach (var descriptor in descriptors)
        {
            _ = LibC.Close(descriptor);
        }
    }
}
