using System.Text;
using Troupe.EventLog;
using Troupe.Testing;

namespace Troupe.Sprints.Tests;

/// <summary>Records become sprints, whatever else lies between them.</summary>
public sealed class SprintFoldTests
{
    private static readonly DateTimeOffset Now = new(2026, 1, 11, 9, 6, 0, TimeSpan.Zero);
    private readonly SprintFold _fold = new();

    [Fact]
    public void Take_Event_IsInItsSprint()
    {
        _fold.Take(Started(7));
        _fold.Take(new TickStarted { Sprint = 7, At = Now, Tick = 2 });

        _fold.Latest!.Tick.Number.ShouldBe(2);
        (_fold.Last, _fold.Losses.Count()).ShouldBe((7, 0));
    }

    [Fact]
    public void Take_EventsOfASprintWithoutItsStart_AreOneLossAndItsNumberIsTaken()
    {
        _fold.Take(Started(7));
        _fold.Take(new TickStarted { Sprint = 9, At = Now, Tick = 1 });
        _fold.Take(new TickStarted { Sprint = 9, At = Now, Tick = 2 });

        _fold.Sprints.Keys.ShouldBe([7]);
        _fold.Last.ShouldBe(9);
        _fold.Losses.ShouldHaveSingleItem().ShouldContain("the start of sprint 9 is lost");
    }

    [Fact]
    public void Take_RecordsOfOtherKindsAndWithoutSense_ArePassedOverAndTold()
    {
        _fold.Take(Record("danced", "{}")).ShouldBeNull();
        _fold.Take(Record("tick_started", """{"sprint":"seven"}""")).ShouldBeNull();

        _fold.Sprints.ShouldBeEmpty();
        _fold.Losses.Count().ShouldBe(2);
    }

    private static SprintStarted Started(int sprint) => Samples.All.OfType<SprintStarted>().First() with { Sprint = sprint };

    private static LogRecord Record(string kind, string payload)
    {
        using var folder = new TemporaryFolder();
        var log = new FileEventLog(folder.Path, TimeProvider.System);
        var append = log.AppendAsync([new NewRecord { Kind = kind, Actor = "bolt", Payload = Encoding.UTF8.GetBytes(payload) }], null, TestContext.Current.CancellationToken);
        append.IsCompletedSuccessfully.ShouldBeTrue();
        return log.ReadAsync(Position.Start, TestContext.Current.CancellationToken).ToBlockingEnumerable().Single();
    }
}
