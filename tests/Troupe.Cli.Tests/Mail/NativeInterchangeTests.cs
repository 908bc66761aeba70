using Troupe.Processes;

namespace Troupe.Cli.Tests.Mail;

/// <summary>The published binary exports and imports: what trimming took away shows here only.</summary>
public sealed class NativeInterchangeTests : IDisposable
{
    private static readonly string? Native = Environment.GetEnvironmentVariable("TROUPE_NATIVE");
    private readonly MailShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("maildir")]
    [InlineData("mbox")]
    [InlineData("eml")]
    [InlineData("jsonl")]
    [InlineData("v0")]
    public async Task MailOfTheWorld_ImportedExportedAndImportedAgain_IsTheSame(string format)
    {
        Assert.SkipWhen(Native is null, "TROUPE_NATIVE does not name the native binary");
        using var other = new MailShell();
        Write(
            "mail/1.eml",
            """
            From: ann@example.org
            To: bob@example.org
            Subject: =?windows-1252?q?Sch=F6n_=80?= =?iso-2022-jp?b?GyRCJDMbKEI=?=
            Message-ID: <1@example.org>
            Content-Type: multipart/mixed; boundary=b

            --b
            Content-Type: text/html; charset=koi8-r
            Content-Transfer-Encoding: base64

            PHA+8NLJ18XUPC9wPg==
            --b
            Content-Disposition: attachment; filename*=utf-8''ol%C3%A1.bin
            Content-Transfer-Encoding: base64

            AAEC/w==
            --b--

            """);

        await RunAsync(_shell, "import", "--format", "eml", "mail", "--map", "*=lead", "--to", "curator");
        await RunAsync(_shell, "export", "--format", format, "out");
        await RunAsync(other, "import", "--format", format, Path.Combine(_shell.Repository, "out"));

        foreach (var shell in new[] { _shell, other })
        {
            var message = (await shell.RunAsync("inbox", "--persona", "curator", "--json")).Json.GetProperty("messages")[0];
            message.GetProperty("subject").GetString().ShouldBe("Schön €こ");
            var read = (await shell.RunAsync("peek", message.GetProperty("id").GetString()!, "--persona", "curator", "--json")).Json;
            read.GetProperty("messages")[0].GetProperty("body").GetString().ShouldBe("Привет\n");
            File.ReadAllBytes(Directory.EnumerateFiles(Path.Combine(shell.MailFolder, "blobs"), "*", SearchOption.AllDirectories).Single()).ShouldBe([0, 1, 2, 255]);
        }
    }

    private void Write(string name, string content)
    {
        var path = Path.Combine(_shell.Repository, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    private static async Task RunAsync(MailShell shell, params string[] arguments)
    {
        var result = await ProgramRunner.RunAsync(
            new ProgramRequest
            {
                Program = Path.Combine(Path.GetDirectoryName(Native)!, "jules-mail"),
                Arguments = arguments,
                WorkingDirectory = shell.Repository,
                Environment = new Dictionary<string, string>(StringComparer.Ordinal) { ["PATH"] = "/usr/bin:/bin" },
            },
            TestContext.Current.CancellationToken);
        result.ExitCode.ShouldBe(0, result.ErrorText);
    }
}
