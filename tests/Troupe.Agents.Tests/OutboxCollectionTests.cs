using System.Collections.Concurrent;
using Troupe.Testing;

namespace Troupe.Agents.Tests;

/// <summary>A letter is in the outbox whole or not at all, whatever kills the host.</summary>
public sealed class OutboxCollectionTests : IDisposable
{
    private readonly TemporaryFolder _temporary = new();

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task Collect_ReaderBesideIt_NeverSeesAPartOfALetter()
    {
        var folder = Folder();
        var letter = new byte[1024 * 1024];
        Array.Fill(letter, (byte)'x');
        foreach (var number in Enumerable.Range(0, 60))
        {
            Leave(folder, $"{number:00}.md", letter);
        }

        Directory.CreateDirectory(folder.Outbox);
        using var over = new CancellationTokenSource();
        ConcurrentBag<string> cut = [];
        var reading = Task.Run(
            () =>
            {
                HashSet<string> whole = [];
                while (!over.IsCancellationRequested)
                {
                    foreach (var path in Directory.EnumerateFiles(folder.Outbox, "*.md").Where(path => !whole.Contains(path)))
                    {
                        var seen = File.ReadAllBytes(path);
                        if (seen.AsSpan().SequenceEqual(letter))
                        {
                            whole.Add(path);
                        }
                        else
                        {
                            cut.Add(path);
                        }
                    }
                }
            },
            TestContext.Current.CancellationToken);

        OutboxCollection.Collect(folder).ShouldBeEmpty();
        await over.CancelAsync();
        await reading;

        cut.ShouldBeEmpty();
        OutboxCollection.Read(folder).Count.ShouldBe(60);
    }

    [Fact]
    public void Read_DraftThatAKilledHostLeft_IsNoLetterAndStandsInNobodysWay()
    {
        var folder = Folder();
        Leave(folder, "a.md", "whole"u8.ToArray());
        OutboxCollection.Collect(folder);
        File.WriteAllText(Path.Combine(folder.Outbox, "1-1.new"), "who");

        OutboxCollection.Collect(folder).ShouldBeEmpty();

        OutboxCollection.Read(folder).ShouldHaveSingleItem().Name.ShouldBe("a.md");
    }

    [Fact]
    public void Collect_LongestNameOfALetter_IsTaken()
    {
        var folder = Folder();
        Leave(folder, new string('a', 252) + ".md", "text"u8.ToArray());

        OutboxCollection.Collect(folder).ShouldBeEmpty();

        OutboxCollection.Read(folder).ShouldHaveSingleItem();
    }

    private SessionFolder Folder() => new(_temporary["s7-curator-1"]);

    private static void Leave(SessionFolder folder, string name, byte[] content)
    {
        var outbox = Directory.CreateDirectory(Path.Combine(folder.Checkout, NeverPatched.Outbox)).FullName;
        File.WriteAllBytes(Path.Combine(outbox, name), content);
    }
}
