using System.Text;
using Troupe.Core;

namespace Troupe.Processes.Tests;

public sealed class CoprocessTests
{
    [Fact]
    public async Task Start_Conversation_AnswersLineByLine()
    {
        await using var echo = Coprocess.Start(Scripts.Shell("while read -r line; do echo \"<$line>\"; done"));
        using var reader = new StreamReader(echo.Output);

        foreach (var word in new[] { "one", "two", "three" })
        {
            echo.Input.Write(Encoding.UTF8.GetBytes(word + "\n"));
            (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe($"<{word}>");
        }
    }

    [Fact]
    public async Task DisposeAsync_ProgramThatIgnoresItsEndOfInput_EndsItAndItsChildren()
    {
        var sleep = Scripts.UniqueSleep();
        var stubborn = Coprocess.Start(Scripts.Shell($"trap '' TERM; (setsid {sleep} &); echo up; while :; do sleep 0.01; done"));
        stubborn.Output.ReadByte();

        await stubborn.DisposeAsync();

        (await stubborn.Exited).ShouldBe(137);
        Scripts.IsAlive(sleep).ShouldBeFalse();
    }

    [Fact]
    public async Task DisposeAsync_Twice_IsHarmless()
    {
        var cat = Coprocess.Start(Scripts.Shell("cat"));

        await cat.DisposeAsync();
        await cat.DisposeAsync();

        (await cat.Exited).ShouldBe(0);
    }

    [Fact]
    public async Task BrokenOffAsync_ProgramDied_TellsItsLastWords()
    {
        await using var broken = Coprocess.Start(Scripts.Shell("echo 'fatal: no luck' >&2; exit 128"));
        broken.Output.ReadByte().ShouldBe(-1);

        var failure = await broken.BrokenOffAsync(ErrorCode.Git);

        failure.Code.ShouldBe(ErrorCode.Git);
        failure.Message.ShouldContain("exit code 128");
        failure.Message.ShouldContain("fatal: no luck");
    }

    [Fact]
    public async Task Start_FloodOfErrors_DoesNotBlock()
    {
        await using var noisy = Coprocess.Start(Scripts.Shell("head -c 3000000 /dev/zero >&2; echo through"));
        using var reader = new StreamReader(noisy.Output);

        (await reader.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("through");
    }

    [Fact]
    public void Start_MissingProgram_SaysWhich() =>
        Should.Throw<TroupeException>(() => Coprocess.Start(Scripts.Shell("") with { Program = "no-such-program" }))
            .Message.ShouldContain("no-such-program");
}
