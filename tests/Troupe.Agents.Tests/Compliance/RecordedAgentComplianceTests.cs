using Troupe.Core;

namespace Troupe.Agents.Tests;

public sealed class RecordedAgentComplianceTests : AgentCompliance
{
    private protected override async Task<AgentHarness> CreateAsync()
    {
        var world = await SessionWorld.CreateAsync();
        return new Harness(world, CommitId.Parse(await world.Sandbox.CommitAsync("Change", ("a.txt", "changed\n"))));
    }

    private sealed class Harness : AgentHarness
    {
        private readonly SessionWorld _world;
        private readonly RecordedAgent _agent;
        private int _runs;

        public Harness(SessionWorld world, CommitId change)
            : base(world)
        {
            _world = world;
            var script = new RecordedScript
            {
                GitDirectory = world.Sandbox.GitDirectory,
                Recordings = new Dictionary<(PersonaId, int), Recording>
                {
                    [(PersonaId.Parse("fails"), 1)] = new() { Ending = SessionState.Failed, Detail = "no luck" },
                    [(PersonaId.Parse("hangs"), 1)] = new() { After = TimeSpan.FromDays(1) },
                    [(PersonaId.Parse("idles"), 1)] = new(),
                },
                Rework = (_, _) =>
                {
                    _runs++;
                    return Task.FromResult<CommitId?>(change);
                },
            };
            _agent = new RecordedAgent("recorded", script, world.Time);
        }

        public override IAgent Agent => _agent;

        public override SessionRequest Request(Behaviour behaviour) =>
            _world.Request("", $"s1-{behaviour.ToString().ToLowerInvariant()}-1");

        public override int Runs(SessionId session) => _runs;

        public override ValueTask DisposeAsync()
        {
            _agent.Dispose();
            return base.DisposeAsync();
        }
    }
}
