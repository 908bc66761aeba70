using Troupe.Core;

namespace Troupe.Mail.Tests;

public sealed class MailFollowerTests : IDisposable
{
    private readonly MailRoom _room = new();

    private string Cursor => Path.Combine(_room.Home.MailFolder, "cursors", "curator.json");

    public void Dispose() => _room.Dispose();

    [Fact]
    public async Task Next_WithoutACursor_BeginsWithWhatIsUnread()
    {
        var read = await SendAsync("one");
        await SendAsync("two");
        await _room.MarkAsync(MailMark.Read, MailRoom.Curator, read.Id);
        var follower = await StartAsync(FollowStart.Begun);

        (await SubjectsAsync(follower)).ShouldBe(["two"]);
        await SendAsync("three");
        (await SubjectsAsync(follower)).ShouldBe(["three"]);
        (await SubjectsAsync(follower)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Next_AfterARestart_GoesOnWhereItWasTaken()
    {
        await SendAsync("one");
        var first = await StartAsync(FollowStart.Begun);
        await first.TookAsync(await first.NextAsync(Token), Token);
        var two = await SendAsync("two");
        (await first.NextAsync(Token)).Messages.Count.ShouldBe(1, "handed on, but never taken");
        await _room.MarkAsync(MailMark.Read, MailRoom.Curator, two.Id);

        var second = await StartAsync(FollowStart.Resumed);

        (await SubjectsAsync(second)).ShouldBe(["two"], "at least once, though it was read in the meantime");
        (await SubjectsAsync(await StartAsync(FollowStart.Resumed))).ShouldBeEmpty();
        new FileInfo(Cursor).UnixFileMode.ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
        Directory.GetFiles(Path.GetDirectoryName(Cursor)!).ShouldBe([Cursor], "no draft is left");
    }

    [Fact]
    public async Task Next_ManyMessages_ComeInBatchesAndAllOfThem()
    {
        for (var i = 0; i < 150; i++)
        {
            await _room.Office.Postmaster.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Subject = $"{i}" }, Token);
        }

        var follower = await StartAsync(FollowStart.Begun);
        List<string> seen = [];
        for (MailBatch batch; (batch = await follower.NextAsync(Token)).Messages.Count > 0;)
        {
            batch.Messages.Count.ShouldBeLessThanOrEqualTo(64);
            seen.AddRange(batch.Messages.Select(message => message.Subject));
            await follower.TookAsync(batch, Token);
        }

        seen.ShouldBe(Enumerable.Range(0, 150).Select(i => $"{i}"));
    }

    [Fact]
    public async Task Start_FromNow_LeavesOutWhatWasThere()
    {
        await SendAsync("one");
        var follower = _room.Office.Follow(MailRoom.Curator, name: null);
        (await follower.StartAsync(fromNow: true, Token)).ShouldBe(FollowStart.Begun);
        await SendAsync("two");

        (await SubjectsAsync(follower)).ShouldBe(["two"]);
    }

    [Fact]
    public async Task Next_MailForOthers_IsNotShown()
    {
        await _room.SendAsync(MailRoom.Draft(MailRoom.Curator, MailRoom.Bolt));

        (await SubjectsAsync(await StartAsync(FollowStart.Begun))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Start_TheLogWasReplaced_SaysSoAndBeginsWithWhatIsUnread()
    {
        await SendAsync("one");
        await SubjectsAsync(await StartAsync(FollowStart.Begun));
        Directory.GetFiles(_room.Home.MailFolder).ToList().ForEach(File.Delete);
        await SendAsync("other");

        (await SubjectsAsync(await StartAsync(FollowStart.CursorLost))).ShouldBe(["other"]);
    }

    [Fact]
    public async Task Start_TheLogWasRewritten_FindsItsPlaceByTheId()
    {
        await SendAsync("one");
        await SubjectsAsync(await StartAsync(FollowStart.Begun));
        await SendAsync("two");
        var moved = (await File.ReadAllTextAsync(Cursor, Token)).Replace("\"at\":\"0:", "\"at\":\"0:7", StringComparison.Ordinal);
        await File.WriteAllTextAsync(Cursor, moved, Token);

        (await SubjectsAsync(await StartAsync(FollowStart.Resumed))).ShouldBe(["two"]);
    }

    [Fact]
    public async Task Took_AnotherName_HasACursorOfItsOwn()
    {
        await SendAsync("one");
        await SubjectsAsync(await StartAsync(FollowStart.Begun));
        var other = _room.Office.Follow(MailRoom.Curator, "desk");
        await other.StartAsync(fromNow: false, Token);

        (await SubjectsAsync(other)).ShouldBe(["one"]);
        File.Exists(Path.Combine(_room.Home.MailFolder, "cursors", "curator.desk.json")).ShouldBeTrue();
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private async Task<MailFollower> StartAsync(FollowStart expected)
    {
        var follower = _room.Open().Follow(MailRoom.Curator, name: null);
        (await follower.StartAsync(fromNow: false, Token)).ShouldBe(expected);
        return follower;
    }

    private Task<Message> SendAsync(string subject) =>
        _room.SendAsync(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Subject = subject });

    private static async Task<IReadOnlyList<string>> SubjectsAsync(MailFollower follower)
    {
        var batch = await follower.NextAsync(Token);
        await follower.TookAsync(batch, Token);
        return [.. batch.Messages.Select(message => message.Subject)];
    }
}
