using System.Text;
using Troupe.Agents;
using Troupe.Core;
using Troupe.Mail;
using Troupe.Sprints;
using Troupe.Testing;

namespace Troupe.Engine.Tests;

/// <summary>Whatever a session left, its capture comes to an end: taken, refused, or kept where it is.</summary>
public sealed class PatchCapturerTests
{
    private static readonly SessionId Session = SessionId.Parse("s7-curator-2");

    [Fact]
    public async Task Perform_SessionThatNeverEnded_IsEndedFirst()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var agent = new StubbornAgent();

        var captured = await CaptureAsync(sandbox, agent);

        captured.ShouldBeOfType<PatchCaptured>().ShouldSatisfyAllConditions(
            e => e.Patch.ShouldBeNull(),
            e => e.Unrecorded.ShouldBeNull());
        agent.WasEnded.ShouldBeTrue();
    }

    [Fact]
    public async Task Perform_SessionThatCannotBeEnded_SaysWhereItsWorkIs()
    {
        using var sandbox = await Scene.RepositoryAsync();

        var captured = await CaptureAsync(sandbox, new StubbornAgent { Obstacle = "it is kept in /somewhere" });

        captured.ShouldBeOfType<PatchCaptured>().Unrecorded.ShouldBe("it is kept in /somewhere");
    }

    [Fact]
    public async Task Perform_DeliveryThatGitCannotTake_IsRefusedAtTheLastTry()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var agent = new StubbornAgent { Delivery = new SessionDelivery { Commit = Names.Commit("nowhere"), GitDirectory = sandbox.GitDirectory } };

        (await Should.ThrowAsync<TroupeException>(() => CaptureAsync(sandbox, agent))).Code.ShouldBe(ErrorCode.Git);
        var refused = (await CaptureAsync(sandbox, agent, lastTry: true)).ShouldBeOfType<PatchRejected>();

        (refused.Weave, refused.Outcome).ShouldBe((null, PatchOutcome.Malformed));
        refused.Reason.ShouldContain($"it is kept in {sandbox.GitDirectory}");
    }

    [Fact]
    public async Task Perform_GitThatTakesNothingAtAll_IsNotBlamedOnTheDelivery()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var agent = new StubbornAgent { Delivery = new SessionDelivery { Commit = Names.Commit("nowhere"), GitDirectory = sandbox.GitDirectory } };
        var workplace = await Scene.OpenAsync(sandbox) with { Agents = agent };
        Directory.Delete(sandbox.GitDirectory, recursive: true);

        await Should.ThrowAsync<TroupeException>(() => CaptureAsync(workplace, lastTry: true));
    }

    [Fact]
    public async Task Perform_RepositoryThatCannotBeWritten_IsNotBlamedOnTheDelivery()
    {
        using var sandbox = await Scene.RepositoryAsync(("empty", ""));
        await FullDisk.PretendAsync(sandbox);
        var agent = new StubbornAgent { Delivery = new SessionDelivery { Commit = Names.Commit("nowhere"), GitDirectory = sandbox.GitDirectory } };

        (await Should.ThrowAsync<TroupeException>(() => CaptureAsync(sandbox, agent, lastTry: true))).Code.ShouldBe(ErrorCode.Git);
    }

    [Fact]
    public async Task Perform_SessionThatCannotBeEnded_PostsWhatItWrote()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var letter = new OutboxFile("a.md", Encoding.UTF8.GetBytes("---\nto: sentinel\nsubject: The parser\n---\n\nIt is broken.\n"));
        var workplace = await Scene.OpenAsync(sandbox) with { Agents = new StubbornAgent { Obstacle = "it is kept in /somewhere", Letters = [letter] } };

        await CaptureAsync(workplace, lastTry: false);

        (await workplace.PostOffice.FoldAsync(Scene.Token)).Of(PersonaId.Parse("sentinel"))
            .Unread.ShouldHaveSingleItem().Message.Subject.ShouldBe("The parser");
    }

    [Fact]
    public async Task Perform_ObstacleOfAnyLength_FitsIntoTheLog()
    {
        using var sandbox = await Scene.RepositoryAsync();

        var captured = await CaptureAsync(sandbox, new StubbornAgent { Obstacle = new string('x', 300_000) });

        captured.ShouldBeOfType<PatchCaptured>().Unrecorded!.Length.ShouldBeLessThan(10_000);
    }

    [Fact]
    public async Task Perform_RefusalOfAnyLength_FitsIntoTheLog()
    {
        using var sandbox = await Scene.RepositoryAsync();
        var nowhere = $"/{new string('x', 300_000)}";
        var agent = new StubbornAgent { Delivery = new SessionDelivery { Commit = Names.Commit("nowhere"), GitDirectory = nowhere } };

        var refused = (await CaptureAsync(sandbox, agent, lastTry: true)).ShouldBeOfType<PatchRejected>();

        refused.Reason.Length.ShouldBeLessThan(10_000);
    }

    [Fact]
    public async Task Run_MailThatDidNotFitIntoThePrompt_StaysUnread()
    {
        using var scene = await SprintScene.CreateAsync("reader", "writer");
        await scene.RecordAsync("reader", "a", "2\n");
        var workplace = await scene.OpenAsync();
        foreach (var (subject, length) in new[] { ("short", 10), ("long", 100_000) })
        {
            await workplace.PostOffice.Postmaster.SendAsync(
                new Draft { From = PersonaId.Parse("writer"), To = [Address.Of(PersonaId.Parse("reader"))], Subject = subject, Body = new string('x', length) },
                Scene.Token);
        }

        await scene.RunAsync();

        var mailbox = (await workplace.PostOffice.FoldAsync(Scene.Token)).Of(PersonaId.Parse("reader"));
        var unread = mailbox.Unread.Select(entry => entry.Message.Subject).ToList();
        unread.ShouldContain("long");
        unread.ShouldNotContain("short");
    }

    private static async Task<SprintEvent> CaptureAsync(GitSandbox sandbox, StubbornAgent agent, bool lastTry = false) =>
        await CaptureAsync(await Scene.OpenAsync(sandbox) with { Agents = agent }, lastTry);

    private static async Task<SprintEvent> CaptureAsync(Workplace workplace, bool lastTry) =>
        (await new PatchCapturer(workplace).PerformAsync(
            Scene.Running(),
            new CapturePatch
            {
                Key = "capture_patch:s7-curator-2",
                Session = Session,
                Base = Names.Commit("base"),
                Succeeded = false,
                Mails = [],
                IsLastTry = lastTry,
            },
            Scene.Token)).ShouldHaveSingleItem();
}
