using Troupe.Testing;

namespace Troupe.Mail.Tests.Delivery;

public sealed class ToldMemoryTests : IDisposable
{
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Open_WhatWasRemembered_IsKnown()
    {
        using (var first = await OpenAsync("claude-one"))
        {
            first!.Knows("a").ShouldBeFalse();
            first.Remember(["a", "b c"]);
        }

        using var second = await OpenAsync("claude-one");
        using var other = await OpenAsync("claude-two");

        second!.Knows("a").ShouldBeTrue();
        second.Knows("b c").ShouldBeTrue();
        other!.Knows("a").ShouldBeFalse();
    }

    [Fact]
    public async Task Open_WhileAnotherHasIt_IsNotForBoth()
    {
        using var first = await OpenAsync("claude-one");

        (await OpenAsync("claude-one")).ShouldBeNull();
    }

    [Fact]
    public async Task Open_ALineCutShortByACrash_SpoilsNoneAfterIt()
    {
        Directory.CreateDirectory(_folder["told"]);
        await File.WriteAllTextAsync(_folder["told/one"], "a\nb-cut", TestContext.Current.CancellationToken);
        using (var first = await OpenAsync("one"))
        {
            first!.Remember(["c"]);
        }

        using var second = await OpenAsync("one");

        second!.Knows("a").ShouldBeTrue();
        second.Knows("c").ShouldBeTrue();
    }

    [Fact]
    public async Task Open_ANewConversation_ForgetsThoseThatEndedLongAgo()
    {
        foreach (var (name, age) in new[] { ("old", 31), ("recent", 29) })
        {
            using var memory = await OpenAsync(name);
            File.SetLastWriteTimeUtc(_folder[$"told/{name}"], Now.UtcDateTime.AddDays(-age));
        }

        using var next = await OpenAsync("next");

        Directory.EnumerateFiles(_folder["told"]).Select(Path.GetFileName).Order().ShouldBe(["next", "recent"]);
    }

    [Theory]
    [InlineData("../one")]
    [InlineData("a/b")]
    [InlineData("one\n")]
    [InlineData("01234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890")]
    public async Task Open_WhatIsNoName_IsRefused(string name) => (await OpenAsync(name)).ShouldBeNull();

    [Fact]
    public async Task Open_LongestPersona_HasItsMemory()
    {
        using var memory = await OpenAsync($"claude-{new string('p', 64)}-{Guid.Empty}");
        memory.ShouldNotBeNull();
    }

    private Task<ToldMemory?> OpenAsync(string name) => ToldMemory.TryOpenAsync(_folder["told"], name, Now, TestContext.Current.CancellationToken);
}
