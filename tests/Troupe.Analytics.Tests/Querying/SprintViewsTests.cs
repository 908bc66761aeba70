using System.Text;
using Troupe.EventLog;
using Troupe.Sprints;

namespace Troupe.Analytics.Tests;

public sealed class SprintViewsTests : IDisposable
{
    private const string Patch = "7525f8324ff566613eb04c7334be9f70cfc4fcfb8e25f35b40e2ed66b3ddc347";
    private const string Commit = "62dc9c86bc7135c1dd6396b1308f8f382fde5d5c";
    private readonly MailRoom _room = new();

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Views_OneSprint_AreWhatItsEventsSay()
    {
        await TellAsync();

        (await _room.AskAsync("SELECT sprint, state, mode, ticks, personas, target, started_at FROM sprints")).ShouldHaveSingleItem()
            .ShouldBe(["7", "\"running\"", "\"parallel\"", "1", "[\"curator\",\"sentinel\"]", "\"main\"", "\"2026-01-11 09:06:00.25\""]);
        (await _room.AskAsync("SELECT session, persona, attempt, tick, reason, state, started_at IS NOT NULL, patch FROM sessions ORDER BY session")).ShouldBe(
        [
            ["\"s7-curator-1\"", "\"curator\"", "1", "1", "\"first\"", "\"completed\"", "true", $"\"{Patch}\""],
            ["\"s7-sentinel-1\"", "\"sentinel\"", "1", "1", "\"first\"", "\"requested\"", "false", null],
        ]);
        (await _room.AskAsync("SELECT persona, patch, captured_commit, outcome, weave, landed_commit, reason FROM patches")).ShouldHaveSingleItem()
            .ShouldBe(["\"curator\"", $"\"{Patch}\"", $"\"{Commit}\"", "\"landed\"", "1", $"\"{Commit}\"", null]);
        (await _room.AskAsync("SELECT persona, kinds, paths, counterparts, rivals, digest FROM conflicts")).ShouldHaveSingleItem()
            .ShouldBe(["\"curator\"", "[\"content\"]", "[\"README.md\"]", "[\"sentinel\"]", "[]", "\"77ab\""]);
        (await _room.ValueAsync("SELECT count(DISTINCT kind) FROM events WHERE log = 'sprints'")).ShouldBe("7");
    }

    [Fact]
    public async Task Views_Report_IsTheRoomsOwn()
    {
        await TellAsync();
        SprintState? state = null;
        await foreach (var record in new FileEventLog(_room.Home.SprintsFolder, _room.Clock).ReadAsync(Position.Start, MailRoom.Stop))
        {
            var happened = SprintEventRecord.FromRecord(record);
            state = state is null ? SprintEvolution.Begin((SprintStarted)happened) : SprintEvolution.Evolve(state, happened);
        }

        var report = SprintReport.Of(state!, _room.Clock.Now);

        (await _room.AskAsync("SELECT state, head, tree, base, reworks, mails, len(landed), len(skipped), len(unchanged) FROM sprints")).ShouldHaveSingleItem()
            .ShouldBe([$"\"{report.State}\"", $"\"{report.Head}\"", $"\"{report.Tree}\"", $"\"{report.Base}\"", $"{report.Reworks}", $"{report.Mails}", $"{report.Landed.Count}", $"{report.Skipped.Count}", $"{report.Unchanged.Count}"]);
    }

    [Fact]
    public async Task Views_RecordsWithoutSense_ArePassedOverAndSaid()
    {
        await AppendAsync("session_started", """{"sprint":9,"at":"2026-01-11T09:06:00Z","session":"s9-curator-1"}""");
        await AppendAsync("sprint_started", """{"sprint":7}""");
        await AppendAsync("danced", """{"sprint":7}""");

        using var query = await Query.OpenAsync(_room.Home, _room.Clock, "SELECT count(*) FROM sprints", null, MailRoom.Stop);

        query.Rows(null, MailRoom.Stop).ShouldHaveSingleItem().ShouldBe(["0"]);
        query.Unread.Count.ShouldBe(2);
    }

    private async Task TellAsync()
    {
        await AppendAsync("sprint_started", """{"sprint":7,"at":"2026-01-11T09:06:00.25+00:00","mode":"parallel","reason":"wished","base":"8dbd7b6725023f0b23e19ec918a0ecd60e5b658a","base_tree":"0101f388d2e66941bf1119abfc2c538991ecfce8","branch":"troupe/sprint-7","target":"main","land":"target","personas":["curator","sentinel"],"limits":{"max_attempts":3,"max_runs":6,"max_parallel":4,"session_timeout_seconds":3600}}""");
        foreach (var session in new[] { "s7-curator-1", "s7-sentinel-1" })
        {
            await AppendAsync("session_requested", $$"""{"sprint":7,"at":"2026-01-11T09:07:00Z","session":"{{session}}","tick":1,"base":"8dbd7b6725023f0b23e19ec918a0ecd60e5b658a","reason":"first","mails":[]}""");
        }

        await AppendAsync("session_started", """{"sprint":7,"at":"2026-01-11T09:08:00Z","session":"s7-curator-1"}""");
        await AppendAsync("session_ended", """{"sprint":7,"at":"2026-01-11T09:09:00Z","session":"s7-curator-1","state":"Completed"}""");
        await AppendAsync("patch_captured", $$"""{"sprint":7,"at":"2026-01-11T09:10:00Z","session":"s7-curator-1","patch":"{{Patch}}","commit":"{{Commit}}","message":"Tidy"}""");
        await AppendAsync("patch_conflicted", $$"""{"sprint":7,"at":"2026-01-11T09:11:00Z","weave":1,"session":"s7-curator-1","patch":"{{Patch}}","kinds":["content"],"paths":["README.md"],"counterparts":[{"persona":"sentinel"},{}],"rivals":[],"digest":"77ab","onto":"fc7800617aa61048c826eec0f20aa489b913a50d"}""");
        await AppendAsync("patch_landed", $$"""{"sprint":7,"at":"2026-01-11T09:12:00Z","weave":1,"session":"s7-curator-1","patch":"{{Patch}}","commit":"{{Commit}}"}""");
    }

    private ValueTask<AppendResult> AppendAsync(string kind, string payload) => new FileEventLog(_room.Home.SprintsFolder, _room.Clock).AppendAsync(
        [new NewRecord { Kind = kind, Actor = "engine", Payload = Encoding.UTF8.GetBytes(payload) }], null, MailRoom.Stop);
}
