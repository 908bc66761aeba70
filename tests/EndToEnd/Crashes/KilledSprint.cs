namespace Troupe.EndToEnd;

/// <summary>A sprint of the demo whose orchestrator is killed again and again, and then resumed to its end.</summary>
internal sealed class KilledSprint(Stage stage, Random random)
{
    /// <summary>Roughly how many events an undisturbed sprint of the demo records.</summary>
    private const int UsualEvents = 190;

    public int Kills { get; private set; }

    /// <param name="kills">At most; a sprint that is over cannot be killed.</param>
    /// <param name="alsoHosts">Whether the hosts of all sessions die with it.</param>
    public async Task RunAsync(int kills, bool alsoHosts = false)
    {
        // Half of the moments are events of the log, half of them just time: some things happen between two events.
        var moments = Enumerable.Range(0, kills).Select(_ => random.Next(UsualEvents)).Order().ToList();
        foreach (var moment in moments)
        {
            var run = stage.Start("sprint", SprintTraces.CountEvents(stage) == 0 ? "run" : "resume");
            await Until.TrueAsync(() => run.IsOver || SprintTraces.CountEvents(stage) >= moment);
            await Task.Delay(random.Next(2) * random.Next(150), TestContext.Current.CancellationToken);
            if (run.IsOver)
            {
                break;
            }

            var hosts = alsoHosts ? Hosts() : [];
            await run.KillAsync();
            hosts.ForEach(BackgroundRun.Kill);
            Kills++;
        }

        await FinishAsync();
    }

    private async Task FinishAsync()
    {
        var events = SprintTraces.CountEvents(stage);
        var last = await stage.RunAsync("sprint", events == 0 ? "run" : "resume", "--json");
        if (last.ExitCode == 3)
        {
            // The last kill came after the end.
            last.ErrorText.ShouldContain("no unfinished sprint");
            return;
        }

        last.ExitCode.ShouldBe(0, last.ErrorText);
    }

    private List<int> Hosts() =>
        [.. stage.Processes().Where(line => line.Contains("session-host", StringComparison.Ordinal)).Select(line => int.Parse(line.Split(':')[0]))];
}
