using Troupe.Core;

namespace Troupe.Agents.Tests;

public sealed class CommandAgentComplianceTests : AgentCompliance
{
    private protected override async Task<AgentHarness> CreateAsync() => new Harness(await SessionWorld.CreateAsync());

    private sealed class Harness(SessionWorld world) : AgentHarness(world)
    {
        private readonly SessionWorld _world = world;

        public override IAgent Agent { get; } = world.AgentWith(TimeProvider.System);

        public override SessionRequest Request(Behaviour behaviour) => _world.Request(behaviour switch
        {
            Behaviour.Edits => "echo run >> ../runs; echo more >> a.txt",
            Behaviour.Fails => "echo no luck; exit 3",
            Behaviour.Hangs => "sleep 1000",
            _ => ":",
        });

        public override int Runs(SessionId session) =>
            File.ReadAllLines(Path.Combine(_world.FolderOf(session).Path, "runs")).Length;
    }
}
