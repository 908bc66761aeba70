using System.Text;
using Troupe.Shell;
using Troupe.Testing;

namespace Troupe.Cli.Tests.Mail;

/// <summary>A repository with a team, in which <c>jules-mail</c> is called as a user calls it.</summary>
internal sealed class MailShell : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public MailShell()
    {
        Directory.CreateDirectory(_folder[".git"]);
        foreach (var persona in new[] { "bolt", "curator", "sentinel" })
        {
            Directory.CreateDirectory(_folder[$".team/personas/{persona}"]);
        }
    }

    public string Repository => _folder.Path;

    public string MailFolder => _folder[".team/mail"];

    public string LogFile => Path.Combine(MailFolder, "events.jsonl");

    public Dictionary<string, string> Environment { get; } = new(StringComparer.Ordinal);

    public FixedClock Clock { get; } = new();

    public byte[] Input { get; set; } = [];

    /// <summary>Standard input, where it is more than <see cref="Input"/>.</summary>
    public Func<Stream>? OpenInput { get; set; }

    public bool ReaderHasGone { get; set; }

    public bool OutputIsFull { get; set; }

    public Task<MailRun> RunAsync(params string[] arguments) => RunAsAsync(CalledName.Mail, arguments);

    public async Task<MailRun> RunAsAsync(string calledName, params string[] arguments)
    {
        using var output = OutputIsFull ? new FullWriter() : new StringWriter();
        using var error = new StringWriter();
        var context = new CliContext
        {
            Terminal = new Terminal(output, error, isInteractive: false) { ReaderHasGone = () => ReaderHasGone },
            WorkingDirectory = Repository,
            Environment = Environment,
            OpenInput = OpenInput ?? (() => new MemoryStream(Input)),
            Time = Clock,
            ProgramPath = "troupe",
        };
        var code = await Entry.RunAsync(calledName, CommandTree.Of(calledName), arguments, context, TestContext.Current.CancellationToken);
        return new MailRun(code, output.ToString(), error.ToString());
    }

    /// <summary>Sends, and gives the message's id.</summary>
    public async Task<string> SendAsync(string from, string to, string subject, string body = "Body", params string[] more)
    {
        var run = await RunAsync(["send", "--persona", from, "--to", to, "--subject", subject, "--body", body, .. more]);
        run.ShouldSucceed();
        return run.Output.Trim();
    }

    /// <summary>In place of ids stands what they are, in the order in which they were sent: texts then stay the same.</summary>
    public static string Stable(string text, params string[] ids)
    {
        var stable = new StringBuilder(text);
        for (var i = 0; i < ids.Length; i++)
        {
            stable.Replace(ids[i], $"ID-{i + 1}").Replace(ids[i].Replace("-", "", StringComparison.Ordinal)[^6..], $"#{i + 1}####");
        }

        return stable.ToString();
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>A disk on which there is no room for what a command prints.</summary>
    private sealed class FullWriter : StringWriter
    {
        public override void WriteLine(string? value) => throw new IOException("No space left on device");
    }
}
