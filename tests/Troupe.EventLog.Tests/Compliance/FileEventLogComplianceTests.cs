using Troupe.Testing;

namespace Troupe.EventLog.Tests;

public sealed class FileEventLogComplianceTests : EventLogCompliance, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override IEventLog Open() => new FileEventLog(_folder["log"], Time);
}
