using System.Text;
using Troupe.Core;
using Troupe.Testing;

namespace Troupe.Sprints.Tests;

/// <summary>The log of a sprint stays readable for good: names and payloads are pinned kind by kind.</summary>
public sealed class SprintEventCodecTests
{
    [Fact]
    public void All_Kinds_AreFrozen() => SprintEventKinds.All.ShouldBe(
    [
        "sprint_started", "tick_started", "session_requested", "session_started", "session_observed", "session_ended", "patch_captured",
        "weave_started", "patch_landed", "patch_conflicted", "patch_rejected", "patch_held", "verification_ran", "landing_published",
        "mail_posted", "rework_requested", "persona_skipped", "sprint_paused", "human_notified", "mode_fell_back", "budget_reached",
        "tick_ended", "sprint_ended", "command_intended", "command_done", "command_failed", "weave_dropped", "patch_acked", "patch_declined",
    ]);

    [Fact]
    public void All_EventTypes_HaveAKindAndASample()
    {
        var types = typeof(SprintEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(SprintEvent)));
        Samples.All.Select(sample => sample.GetType()).ShouldBe(types, ignoreOrder: true);
        Samples.All.Select(SprintEventKinds.Of).ShouldBe(SprintEventKinds.All);
    }

    [Theory]
    [MemberData(nameof(Samples.Kinds), MemberType = typeof(Samples))]
    public void Encode_EveryKind_GivesTheBytesOfItsGoldenFile(string kind) =>
        Golden.Check($"events/{kind}.json", Encoding.UTF8.GetString(SprintEventCodec.Encode(Samples.Of(kind))) + "\n");

    [Theory]
    [MemberData(nameof(Samples.Kinds), MemberType = typeof(Samples))]
    public void Decode_WhatEncodeGave_IsTheSameEvent(string kind)
    {
        var bytes = SprintEventCodec.Encode(Samples.Of(kind));
        SprintEventCodec.Encode(SprintEventCodec.Decode(kind, bytes)).ShouldBe(bytes);
    }

    [Fact]
    public void Decode_MembersThatTheEventDoesNotKnow_PassesThemOver()
    {
        var json = """{"v":1,"kind":"tick_started","sprint":3,"at":"2026-01-11T09:06:00+00:00","tick":4,"later":{"a":[1]},"crc":"00000000"}"""u8;
        SprintEventCodec.Decode("tick_started", json).ShouldBe(
            new TickStarted { Sprint = 3, At = new DateTimeOffset(2026, 1, 11, 9, 6, 0, TimeSpan.Zero), Tick = 4 });
    }

    [Theory]
    [InlineData("tick_finished", """{"sprint":3,"at":"2026-01-11T09:06:00+00:00","tick":4}""", "does not know")]
    [InlineData("tick_started", """{"sprint":3,"at":"2026-01-11T09:06:00+00:00"}""", "tick")]
    [InlineData("session_started", """{"sprint":3,"at":"2026-01-11T09:06:00+00:00","session":"Curator"}""", "Curator")]
    [InlineData("tick_started", "null", "null")]
    public void Decode_WhatCannotBeRead_SaysWhatIsWrong(string kind, string json, string expected)
    {
        var failure = Should.Throw<TroupeException>(() => SprintEventCodec.Decode(kind, Encoding.UTF8.GetBytes(json)));
        failure.Code.ShouldBe(ErrorCode.Storage);
        failure.Message.ShouldContain(expected);
    }
}
