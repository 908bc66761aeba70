using Troupe.Core;
using Troupe.Processes.Native;
using Troupe.Processes.Starting;

namespace Troupe.Processes;

/// <summary>
/// Starts a program that survives us: in a session of its own, without our descriptors, terminal or marker. Nobody
/// waits for it but this process, as long as it lives, so that it leaves no zombie.
/// </summary>
public static class DetachedProcess
{
    /// <returns>The number of the process.</returns>
    /// <exception cref="TroupeException"><see cref="ErrorCode.Process"/>: the program could not be started.</exception>
    public static int Start(DetachedRequest request) => ChildProcess.Start(new SpawnPlan
    {
        Program = request.Program,
        Arguments = request.Arguments,
        WorkingDirectory = request.WorkingDirectory,
        Environment = request.Environment,
        Streams = new StandardStreams(null, null, null, request.LogFile),
    }).Id;
}
