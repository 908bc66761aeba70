using System.Runtime.InteropServices;
using Troupe.Core;
using Troupe.Processes.Native;
using Troupe.Processes.Watching;

namespace Troupe.Processes.Starting;

/// <summary>A process that we started, until its exit code is known. It leads a session and a process group of its own.</summary>
internal sealed class ChildProcess
{
    private readonly TaskCompletionSource<int> _exited = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly bool _ownsGroup;
    private readonly int _pidfd;
    private readonly Watch _watch;

    private ChildProcess(int id, bool ownsGroup)
    {
        Id = id;
        _ownsGroup = ownsGroup;
        _pidfd = (int)LibC.SystemCall(Linux.PidfdOpen, id, 0);
        if (_pidfd < 0)
        {
            var reason = Marshal.GetPInvokeErrorMessage(Marshal.GetLastPInvokeError());
            _ = LibC.Kill(id, Linux.SignalKill);
            throw new TroupeException(ErrorCode.Process, $"A program cannot be supervised ({reason}): Linux 5.3 or newer with pidfd_open is needed.");
        }

        lock (_exited)
        {
            _watch = ReadinessLoop.Shared.Add(_pidfd, Linux.PollIn, Reap);
        }
    }

    public int Id { get; }

    /// <summary>The exit code; 128 + n when signal n ended it.</summary>
    public Task<int> Exited => _exited.Task;

    public static ChildProcess Start(SpawnPlan plan)
    {
        Platform.Require();
        RequireText(plan);
        if (!Directory.Exists(plan.WorkingDirectory))
        {
            throw new TroupeException(
                ErrorCode.Process,
                $"'{Printable.Escape(plan.Program)}' cannot be started: the folder '{Printable.Escape(plan.WorkingDirectory)}' does not exist.");
        }

        var file = ProgramLookup.Find(plan.Program, plan.WorkingDirectory, plan.Environment);
        using var arguments = new StringVector([plan.Program, .. plan.Arguments]);
        using var environment = new StringVector(Variables(plan));
        using (OwnChildren.Starting())
        {
            var error = SpawnCall.Start(file, arguments, environment, plan.WorkingDirectory, plan.Streams, out var id);
            if (error != 0)
            {
                throw SpawnFailure.Describe(error, plan.Program, plan.WorkingDirectory);
            }

            OwnChildren.Add(id);
            return new ChildProcess(id, plan.Marker is not null);
        }
    }

    private static List<string> Variables(SpawnPlan plan)
    {
        var variables = new List<string>(plan.Environment.Count + 1);
        foreach (var (name, value) in plan.Environment)
        {
            if (name != RunMarker.Variable)
            {
                variables.Add($"{name}={value}");
            }
        }

        if (plan.Marker is { } marker)
        {
            variables.Add($"{RunMarker.Variable}={marker.Value}");
        }

        return variables;
    }

    private static void RequireText(SpawnPlan plan)
    {
        if (plan.Arguments.Prepend(plan.Program).Any(text => text.Contains('\0'))
            || plan.Environment.Any(pair => pair.Key.Contains('\0') || pair.Value.Contains('\0')))
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument,
                $"'{Printable.Escape(plan.Program)}' was given an argument or a variable with a NUL character, which no program can receive.");
        }
    }

    private unsafe void Reap()
    {
        lock (_exited)
        {
            if (_exited.Task.IsCompleted)
            {
                return;
            }

            if (_ownsGroup)
            {
                // As long as the leader is not reaped, its number cannot belong to anybody else's group.
                _ = LibC.Kill(-Id, Linux.SignalKill);
            }

            int status;
            var reaped = LibC.Wait(Id, &status, 0);
            OwnChildren.Remove(Id);
            _watch.Dispose();
            _ = LibC.Close(_pidfd);
            _exited.SetResult(reaped == Id ? ExitCode(status) : 128 + Linux.SignalKill);
        }
    }

    private static int ExitCode(int status) => (status & 0x7f) == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f);
}
