using System.IO.Pipelines;
using Troupe.Core;
using Troupe.Mail;
using Troupe.Server.Mcp;
using Troupe.Testing;

namespace Troupe.Server.Tests.Mcp;

/// <summary>A team's mail, and a server of it that a test talks to through pipes, as a client does through a process's streams.</summary>
internal sealed class ServedMail : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Pipe _toServer = new();
    private readonly Pipe _fromServer = new();
    private readonly Task _serving;

    public ServedMail(OutboxFolder? outbox = null)
    {
        Home = new TeamHome(_folder[".team"]);
        foreach (var persona in (string[])["bolt", "curator", "sentinel"])
        {
            Directory.CreateDirectory(Path.Combine(Home.PersonasFolder, persona));
        }

        Office = PostOffice.Open(Home, TimeProvider.System);
        var identity = new ServerIdentity
        {
            Persona = Curator,
            Session = SessionId.Parse("s7-curator-1"),
            Home = Home,
            Outgoing = new OutgoingMail(outbox, TimeProvider.System),
            Version = "1.2.3",
            Time = TimeProvider.System,
        };
        _serving = MailServer.RunAsync(identity, _toServer.Reader.AsStream(), _fromServer.Writer.AsStream(), CancellationToken.None);
        Input = _toServer.Writer.AsStream();
        Output = _fromServer.Reader.AsStream();
    }

    public static PersonaId Bolt { get; } = PersonaId.Parse("bolt");

    public static PersonaId Curator { get; } = PersonaId.Parse("curator");

    public TeamHome Home { get; }

    public PostOffice Office { get; }

    /// <summary>What the server reads.</summary>
    public Stream Input { get; }

    /// <summary>What the server writes.</summary>
    public Stream Output { get; }

    public Task<SentMessage> SendAsync(string subject, string body = "Body", bool ack = false) => Office.Postmaster.SendAsync(
        new Draft { From = Bolt, To = [Address.Of(Curator)], Subject = subject, Body = body, AckRequired = ack }, TestContext.Current.CancellationToken);

    public async Task<MailboxEntry> EntryAsync(EventLog.RecordId message, PersonaId? reader = null)
    {
        var mailboxes = await Office.FoldAsync(TestContext.Current.CancellationToken);
        return mailboxes.Of(reader ?? Curator).TryFind(message, out var entry) ? entry : throw new InvalidOperationException($"{message} is not there.");
    }

    /// <summary>Ends the input, as a client that goes away does, and waits for the server to end.</summary>
    public async ValueTask DisposeAsync()
    {
        await _toServer.Writer.CompleteAsync();
        await _serving.WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None);
        _folder.Dispose();
    }
}
