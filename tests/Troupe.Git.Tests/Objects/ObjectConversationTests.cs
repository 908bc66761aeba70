using System.Text;
using Troupe.Testing;

namespace Troupe.Git.Tests;

/// <summary>How git is asked for objects over pipes that hold little, and what is left of a conversation that failed.</summary>
public sealed class ObjectConversationTests
{
    private const int SmallestPipe = 4096;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public void Headers_ManyNames_NeverAsksMoreThanTheSmallestPipeHolds()
    {
        using var git = new SmallPipes();
        var found = new ObjectConversation(git.Questions, git).Headers([.. Enumerable.Range(0, 1000).Select(i => $"name-{i}")]);
        found.Count.ShouldBe(1000);
        git.MostUnread.ShouldBeInRange(SmallestPipe / 2, SmallestPipe);
    }

    [Theory]
    [InlineData("99999999999")]
    [InlineData("5 of another kind")]
    public async Task FindAsync_ConversationFails_TheNextQuestionIsPutToAnotherGit(string size)
    {
        using var sandbox = await GitSandbox.CreateAsync();

        // The first answer cannot be taken in, and lines of it are left that look like answers.
        var left = $"{new string('1', 40)} {(size.Contains(' ', StringComparison.Ordinal) ? "scroll" : "blob")} {size.Split(' ')[0]}";
        Script.Write(
            sandbox.Beside("bin/git"),
            $"[ -e '{sandbox.Beside("asked")}' ] && {{ read line; echo '{new string('2', 40)} blob 2'; echo 'ok'; exec cat > '{sandbox.Beside("asked")}'; }}\n"
            + $"read line; touch '{sandbox.Beside("asked")}'; while :; do echo '{left}'; done");
        var surroundings = new Dictionary<string, string>(sandbox.Environment, StringComparer.Ordinal)
        {
            ["PATH"] = sandbox.Beside("bin") + ":" + sandbox.Environment["PATH"],
        };
        await using var reader = ObjectReader.Open(new GitExecutor(sandbox.GitDirectory, surroundings));

        await Should.ThrowAsync<Core.TroupeException>(() => reader.FindAsync("first", Token));
        Encoding.UTF8.GetString((await reader.FindAsync("second", Token))!.Content.Span).ShouldBe("ok");
    }

    /// <summary>Git at the other end: it reads a question only when its answer is read, as it does when its own pipe is full.</summary>
    private sealed class SmallPipes : MemoryStream
    {
        private readonly Queue<byte[]> _asked = new();
        private byte[] _answer = [];
        private int _read;
        private int _unread;

        public SmallPipes() => Questions = new Sink(this);

        public Stream Questions { get; }

        public int MostUnread { get; private set; }

        public override int ReadByte()
        {
            if (_read == _answer.Length)
            {
                var question = _asked.Dequeue();
                _unread -= question.Length;
                (_answer, _read) = ([.. "x missing\n"u8], 0);
            }

            return _answer[_read++];
        }

        private void Ask(ReadOnlySpan<byte> lines)
        {
            _unread += lines.Length;
            MostUnread = Math.Max(MostUnread, _unread);
            foreach (var line in Encoding.UTF8.GetString(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                _asked.Enqueue(Encoding.UTF8.GetBytes(line + "\n"));
            }
        }

        private sealed class Sink(SmallPipes git) : MemoryStream
        {
            public override void Write(ReadOnlySpan<byte> buffer) => git.Ask(buffer);
        }
    }
}
