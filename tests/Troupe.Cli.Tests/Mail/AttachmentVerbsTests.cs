using Troupe.Testing;

namespace Troupe.Cli.Tests.Mail;

public sealed class AttachmentVerbsTests : IDisposable
{
    private readonly MailShell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Attach_FilesAndLinks_AreListedShownAndSaved()
    {
        await File.WriteAllTextAsync(Path.Combine(_shell.Repository, "table.csv"), "a,b\n", TestContext.Current.CancellationToken);
        var id = await _shell.SendAsync("bolt", "curator", "Figures", "See the table.", "--attach", "table.csv", "--attach", "https://example.org/design.md");

        var list = await _shell.RunAsync("attachment", "ls", id, "--persona", "curator", "--json");
        var saved = await _shell.RunAsync("attachment", "save", id, "--persona", "curator", "--to", "out");

        Golden.Check("mail-attachment-ls.json", MailShell.Stable(list.Output, id));
        Golden.Check("mail-attachment-peek.txt", MailShell.Stable((await _shell.RunAsync("peek", id, "--persona", "curator")).Output, id));
        saved.Output.ShouldBe($"{Path.Combine(_shell.Repository, "out", "table.csv")}\nhttps://example.org/design.md\n");
        (await File.ReadAllTextAsync(Path.Combine(_shell.Repository, "out", "table.csv"), TestContext.Current.CancellationToken)).ShouldBe("a,b\n");
    }

    [Fact]
    public async Task Attach_WhatCannotBe_IsRefusedAndSendsNothing()
    {
        string[] send = ["send", "--to", "curator", "--subject", "S", "--body", "B", "--attach"];
        var token = "ghp" + "_q7Rk2Zt9LwXc4VbN8mHs3PfYd6JgTa5eUo1i";
        await File.WriteAllTextAsync(Path.Combine(_shell.Repository, ".env"), $"A={token}", TestContext.Current.CancellationToken);

        (await _shell.RunAsync([.. send, "none.txt"])).ShouldFail(3, "no file 'none.txt' to attach");
        (await _shell.RunAsync([.. send, ".team"])).ShouldFail(3, "is a folder");
        (await _shell.RunAsync([.. send, ".env"])).ShouldFail(2, "seems to hold a secret");
        (await _shell.RunAsync([.. send, $"https://x:{"hX7q"}9Lm2pZ@example.org/"])).ShouldFail(2, "link that is attached seems to hold a secret");
        File.Exists(_shell.LogFile).ShouldBeFalse();
        (await _shell.RunAsync([.. send, ".env", "--allow-secret"])).ShouldSucceed();
    }

    [Fact]
    public async Task Save_AMessageWithoutAny_SaysSo()
    {
        var id = await _shell.SendAsync("bolt", "curator", "Plain");

        (await _shell.RunAsync("attachment", "save", id, "--persona", "curator")).ShouldFail(3, "has no attachments");
    }
}
