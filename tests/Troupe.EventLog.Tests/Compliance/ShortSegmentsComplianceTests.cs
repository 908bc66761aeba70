using Troupe.Testing;

namespace Troupe.EventLog.Tests;

/// <summary>The same promises when nearly every append begins a new segment.</summary>
public sealed class ShortSegmentsComplianceTests : EventLogCompliance, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override IEventLog Open() => new FileEventLog(_folder["log"], Time, LinuxCalls.Instance, fullSegment: 600);
}
