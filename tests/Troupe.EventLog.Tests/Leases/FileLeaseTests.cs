using Troupe.Core;
using Troupe.Testing;

namespace Troupe.EventLog.Tests;

public sealed class FileLeaseTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private FileLease Lease => new(_folder["leases"]);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task TryAcquire_HeldByAnother_IsNullUntilItIsGivenBack()
    {
        var first = await Lease.TryAcquireAsync("sprint", "sprint run, process 7", CancellationToken.None);

        first!.Name.ShouldBe("sprint");
        (await Lease.TryAcquireAsync("sprint", "somebody else", CancellationToken.None)).ShouldBeNull();
        (await Lease.HolderAsync("sprint", CancellationToken.None)).ShouldBe("sprint run, process 7");
        await using (var other = await Lease.TryAcquireAsync("other", "x", CancellationToken.None))
        {
            other.ShouldNotBeNull();
        }

        await first.DisposeAsync();
        (await Lease.HolderAsync("sprint", CancellationToken.None)).ShouldBeNull();
        await using var second = await Lease.TryAcquireAsync("sprint", "me", CancellationToken.None);
        second.ShouldNotBeNull();
        (await Lease.HolderAsync("sprint", CancellationToken.None)).ShouldBe("me");
    }

    [Fact]
    public async Task Holder_NobodyEverTookIt_IsNull() => (await Lease.HolderAsync("sprint", CancellationToken.None)).ShouldBeNull();

    [Theory]
    [InlineData("")]
    [InlineData("../x")]
    [InlineData(".x")]
    public async Task TryAcquire_NameIsNoFileName_IsRefused(string name) =>
        (await Should.ThrowAsync<TroupeException>(async () => await Lease.TryAcquireAsync(name, "x", CancellationToken.None))).Code.ShouldBe(ErrorCode.InvalidArgument);

    [Fact]
    public async Task TryAcquire_HolderCannotBeWritten_GivesItBack()
    {
        var calls = new FaultyCalls { Instead = (name, _) => name == "writeAt" ? -Errno.NoSpace : null };

        await Should.ThrowAsync<TroupeException>(async () => await new FileLease(_folder["leases"], calls).TryAcquireAsync("a", "x", CancellationToken.None));

        await using var free = await Lease.TryAcquireAsync("a", "y", CancellationToken.None);
        free.ShouldNotBeNull();
    }
}
