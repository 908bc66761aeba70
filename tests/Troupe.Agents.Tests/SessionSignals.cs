using Troupe.Processes;

namespace Troupe.Agents.Tests;

/// <summary>Signals to the hosts of a session.</summary>
internal static class SessionSignals
{
    public static async Task SendAsync(SessionWorld world, SessionRequest request, string signal)
    {
        var hosts = Hosts(world, request).Select(id => $"{id}").ToArray();
        if (hosts.Length > 0)
        {
            await ProgramRunner.RunAsync(
                new ProgramRequest { Program = "kill", Arguments = [signal, .. hosts], WorkingDirectory = "/", Environment = world.Sandbox.Environment },
                TestContext.Current.CancellationToken);
        }
    }

    public static IReadOnlyList<int> Hosts(SessionWorld world, SessionRequest request) =>
        Processes.Holding($"{HostProgram.Command} {world.FolderOf(request.Id).Path}", "cmdline");
}
