using Troupe.Core;
using Troupe.EventLog;

namespace Troupe.Mail.Tests;

/// <summary>A team's mail of long ago, and a clock that says how long.</summary>
internal sealed class RetentionRoom : IDisposable
{
    private static readonly TimeSpan Age = TimeSpan.FromDays(180);

    public MailRoom Mail { get; } = new();

    /// <summary>What was sent up to now is old.</summary>
    public DateTimeOffset Limit => Mail.Clock.Now - Age;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Sends from bolt to the curator, who reads it.</summary>
    public async Task<Message> SendReadAsync(string body = "Body", Func<Draft, Draft>? more = null)
    {
        var message = await Mail.SendAsync((more ?? (draft => draft))(MailRoom.Draft(MailRoom.Bolt, MailRoom.Curator) with { Body = body }));
        await Mail.MarkAsync(MailMark.Read, MailRoom.Curator, message.Id);
        return message;
    }

    /// <summary>A year goes by, and blobs are as old as the mail.</summary>
    public void LetAYearPass()
    {
        Mail.Clock.Now += TimeSpan.FromDays(365);
        foreach (var blob in BlobFiles())
        {
            File.SetLastWriteTimeUtc(blob, Mail.Clock.Now.UtcDateTime - Age);
        }
    }

    public MailRetention Retention() => new(Mail.Home, Mail.Clock);

    /// <summary>As a process does it that dies at one of its system calls.</summary>
    public MailRetention RetentionWith(ISystemCalls calls) => new(
        new FileEventLog(Mail.Home.MailFolder, Mail.Clock, calls),
        new FileBlobStore(MailRedaction.BlobFolder(Mail.Home), calls),
        new Redaction(Mail.Home.MailFolder, calls),
        new AddressBook(Mail.Home.PersonasFolder),
        Mail.Clock);

    public Task<RetentionPlan> PlanAsync() => Retention().PlanAsync(Limit, Cancellation);

    public Task<RetentionPlan> ApplyAsync() => Retention().ApplyAsync(PersonaId.Lead, Limit, Cancellation);

    public Task<string> TextOf(Message message) => Mail.Open().ReadBodyAsync(message, Cancellation);

    public string[] BlobFiles() => Directory.Exists(MailRedaction.BlobFolder(Mail.Home))
        ? [.. Directory.GetFiles(MailRedaction.BlobFolder(Mail.Home), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
        : [];

    /// <summary>All bytes of all files, as text.</summary>
    public string Everything() => string.Concat(
        Directory.GetFiles(Mail.Home.MailFolder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
            .Select(file => $"{file}:{File.ReadAllText(file, System.Text.Encoding.Latin1)}\n"));

    public async Task ShouldBeSoundAsync()
    {
        new LogCheck(Mail.Home.MailFolder).Run(Cancellation).Findings.ShouldBeEmpty();
        (await new MailBlobCheck(Mail.Home, Mail.Clock).RunAsync(Cancellation)).ShouldBeEmpty();
        (await new CheckpointCheck(Mail.Home.MailFolder, Mail.Log).RunAsync(Cancellation)).ShouldBeEmpty();
    }

    public void Dispose() => Mail.Dispose();
}
