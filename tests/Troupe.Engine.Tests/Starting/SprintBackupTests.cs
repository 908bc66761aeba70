using Troupe.Core;
using Troupe.EventLog;
using Troupe.Testing;

namespace Troupe.Engine.Tests;

public sealed class SprintBackupTests : IAsyncLifetime
{
    private GitSandbox _sandbox = null!;
    private Workplace _workplace = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private string Copy => Path.Combine(_workplace.State.Folder, "backup", "mail", "events.000001.jsonl");

    public async ValueTask InitializeAsync()
    {
        _sandbox = await Scene.RepositoryAsync();
        _workplace = await Scene.OpenAsync(_sandbox);
        await new FileEventLog(_workplace.Home.MailFolder, TimeProvider.System).AppendAsync(new NewRecord { Kind = "read", Actor = "lead" }, Token);
        File.Move(Path.Combine(_workplace.Home.MailFolder, "events.jsonl"), Path.Combine(_workplace.Home.MailFolder, "events.000001.jsonl"));
    }

    public ValueTask DisposeAsync()
    {
        _sandbox.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public void Run_NothingSaid_SealedSegmentsGoToTheStateFolder()
    {
        SprintBackup.Run(_workplace, Token).ShouldBeEmpty();

        File.Exists(Copy).ShouldBeTrue();
    }

    [Fact]
    public void Run_Off_CopiesNothing()
    {
        SprintBackup.Run(With("backup = \"off\""), Token).ShouldBeEmpty();

        File.Exists(Copy).ShouldBeFalse();
    }

    [Fact]
    public void Run_FolderCannotBeMade_IsAWarningUnlessRequired()
    {
        var impossible = Path.Combine(_workplace.Home.MailFolder, "events.000001.jsonl", "backup");

        SprintBackup.Run(With($"backup = \"{impossible}\""), Token).ShouldHaveSingleItem().ShouldStartWith("the mail log was not backed up: ");
        Should.Throw<TroupeException>(() => SprintBackup.Run(With($"backup = \"{impossible}\"\nbackup_required = true"), Token))
            .Message.ShouldEndWith("The sprint was not started: mail.backup_required asks for the backup.");
    }

    private Workplace With(string mail) => _workplace with { Settings = Settings.Parse($"{Scene.Settings}\n[mail]\n{mail}\n", "troupe.toml") };
}
