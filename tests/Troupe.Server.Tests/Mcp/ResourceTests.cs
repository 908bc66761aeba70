using System.Text.Json;
using ModelContextProtocol;
using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Troupe.Server.Tests.Mcp;

public sealed class ResourceTests
{
    private const string Inbox = "mail://inbox/curator";

    [Theory]
    [MemberData(nameof(Revisions.All), MemberType = typeof(Revisions))]
    public async Task List_OwnInboxAndTemplate_AreOffered(string revision)
    {
        await using var mail = new ServedMail();
        await using var client = await Revisions.ConnectAsync(mail, revision);

        (await client.ListResourcesAsync(cancellationToken: TestContext.Current.CancellationToken)).ShouldHaveSingleItem().Uri.ShouldBe(Inbox);
        (await client.ListResourceTemplatesAsync(cancellationToken: TestContext.Current.CancellationToken))
            .ShouldHaveSingleItem().UriTemplate.ShouldBe("mail://inbox/{persona}");
    }

    [Theory]
    [MemberData(nameof(Revisions.All), MemberType = typeof(Revisions))]
    public async Task Read_AnyPersonasInbox_GivesItsMessages(string revision)
    {
        await using var mail = new ServedMail();
        await mail.SendAsync("First");
        await using var client = await Revisions.ConnectAsync(mail, revision);

        (await SubjectsAsync(client, Inbox)).ShouldBe(["First"]);
        (await SubjectsAsync(client, "mail://inbox/bolt")).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("mail://inbox/nobody")]
    [InlineData("mail://inbox/../../etc")]
    [InlineData("mail://sent/curator")]
    public async Task Read_NoSuchMailbox_IsAnError(string uri)
    {
        await using var mail = new ServedMail();
        await using var client = await Revisions.ConnectAsync(mail, Revisions.Stateless);

        await Should.ThrowAsync<McpException>(async () =>
            await client.ReadResourceAsync(uri, cancellationToken: TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Subscribe_NewMail_IsTold()
    {
        await using var mail = new ServedMail();
        await using var client = await Revisions.ConnectAsync(mail, Revisions.Handshake);
        var told = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var subscription = await client.SubscribeToResourceAsync(
            Inbox,
            (update, _) =>
            {
                told.TrySetResult(update.Uri);
                return ValueTask.CompletedTask;
            },
            cancellationToken: TestContext.Current.CancellationToken);

        await mail.SendAsync("News");

        (await told.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).ShouldBe(Inbox);
    }

    [Fact]
    public async Task Subscribe_LogThatIsRewrittenMeanwhile_GoesOnBeingTold()
    {
        await using var mail = new ServedMail();
        var sent = await mail.SendAsync("First");
        await using var client = await Revisions.ConnectAsync(mail, Revisions.Handshake);
        using var told = new SemaphoreSlim(0);
        await using var subscription = await client.SubscribeToResourceAsync(
            Inbox,
            (_, _) =>
            {
                told.Release();
                return ValueTask.CompletedTask;
            },
            cancellationToken: TestContext.Current.CancellationToken);
        await mail.SendAsync("Second");
        (await told.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).ShouldBeTrue();

        // A redaction puts a new file in the place of the one that is followed.
        var place = (await mail.EntryAsync(sent.Id)).Message.Position;
        new EventLog.Redaction(mail.Home.MailFolder).Redact(place).ShouldBeTrue();
        await mail.SendAsync("Third");

        (await told.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken)).ShouldBeTrue();
    }

    [Fact]
    public async Task Subscribe_ManyAtOnce_AreToldOnceEach()
    {
        await using var mail = new ServedMail();
        await using var client = await Revisions.ConnectAsync(mail, Revisions.Handshake);
        var told = new System.Collections.Concurrent.ConcurrentQueue<string>();
        using var done = new SemaphoreSlim(0);
        await using var handler = client.RegisterNotificationHandler(
            NotificationMethods.ResourceUpdatedNotification,
            (notice, _) =>
            {
                told.Enqueue(notice.Params!["uri"]!.GetValue<string>());
                done.Release();
                return ValueTask.CompletedTask;
            });
        string[] mailboxes = [Inbox, "mail://inbox/bolt", "mail://inbox/sentinel", "mail://inbox/lead"];
        await Task.WhenAll(mailboxes.Select(uri => client.SubscribeToResourceAsync(new Uri(uri), cancellationToken: TestContext.Current.CancellationToken)));

        await mail.SendAsync("News");
        await done.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        // Whatever was told twice comes before the answer to a later request on the same stream.
        await client.PingAsync(cancellationToken: TestContext.Current.CancellationToken);
        told.Count(uri => uri == Inbox).ShouldBe(1);
    }

    private static async Task<IEnumerable<string?>> SubjectsAsync(McpClient client, string uri)
    {
        var read = await client.ReadResourceAsync(uri, cancellationToken: TestContext.Current.CancellationToken);
        var text = read.Contents.ShouldHaveSingleItem().ShouldBeOfType<TextResourceContents>().Text;
        return [.. JsonDocument.Parse(text).RootElement.GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("subject").GetString())];
    }
}
