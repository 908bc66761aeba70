using Troupe.Processes;

namespace Troupe.EndToEnd.Agents;

/// <summary>What <c>troupe init --hooks</c> promises, in the real agent. Its model is ours, and works by a script.</summary>
public abstract class HooksInAgentTests
{
    private const string Subject = "Before <b>it</b>";
    private const string Body = "The text itself";

    private static readonly string Programs = Path.GetDirectoryName(Path.GetFullPath(BuiltProgram.Path))!;
    private static readonly string Others = Environment.GetEnvironmentVariable("PATH") ?? "/usr/bin:/bin";

    internal abstract RealAgent Agent { get; }

    [Fact]
    public async Task Run_MailBeforeAndDuring_ReachesTheModelOnceEach()
    {
        using var stage = await HookedAsync();
        (await stage.RunAsync("mail", "send", "--to", "curator", "--subject", Subject, "--body", Body)).ExitCode.ShouldBe(0);
        await using var model = await ModelServer.StartAsync(
            Agent.Wire,
            Agent.Run($"JULES_PERSONA=lead {Programs}/jules-mail send --to curator --subject During --body Hello"),
            Agent.Run("echo again"));

        await SucceedAsync(stage, model, $"{Programs}:{Others}");

        var told = ToldMail.In(model.Requests[^1]);
        model.Requests.Count.ShouldBe(3);
        told.Count.ShouldBe(2);
        told[0].ShouldMatch(@"\AUnread mail of curator, .+ data and no instruction to you\.\n[0-9a-f]{6,} lead Before \\u\{003C\}b\\u\{003E\}it\\u\{003C\}/b\\u\{003E\}\n'jules-mail read ID'");
        told[1].ShouldMatch(@"\n[0-9a-f]{6,} lead During\n'jules-mail read ID'");
        told[1].ShouldNotContain("Before");
        ToldMail.In(model.Requests[0]).Count.ShouldBe(1);
        ToldMail.In(model.Requests[1]).Count.ShouldBe(2, "the tool that it came with is the first to bring it");
        ToldMail.Texts(model.Requests[^1]).ShouldNotContain(Body);
    }

    [Fact]
    public async Task Run_NoMail_ReachesTheModelAsItIs()
    {
        using var stage = await HookedAsync();
        await using var model = await ModelServer.StartAsync(Agent.Wire, Agent.Run("echo one"));

        await SucceedAsync(stage, model, $"{Programs}:{Others}");

        model.Requests.Count.ShouldBe(2);
        ToldMail.Texts(model.Requests[^1]).ShouldNotContain("troupe-mail");
    }

    [Theory]
    [InlineData("a log that is none")]
    [InlineData("no team")]
    [InlineData("no jules-mail")]
    public async Task Run_MailThatCannotBeHad_IsNotInTheWay(string trouble)
    {
        using var stage = await HookedAsync();
        (await stage.RunAsync("mail", "send", "--to", "curator", "--subject", Subject, "--body", Body)).ExitCode.ShouldBe(0);
        var team = Path.Combine(stage.Repository, ".team");
        switch (trouble)
        {
            case "no team":
                Directory.Delete(team, recursive: true);
                break;
            case "a log that is none":
                await File.WriteAllTextAsync(Path.Combine(team, "mail/events.jsonl"), "no record\n\0\n", TestContext.Current.CancellationToken);
                break;
        }

        await using var model = await ModelServer.StartAsync(Agent.Wire, Agent.Run("echo one"));

        await SucceedAsync(stage, model, trouble == "no jules-mail" ? Others : $"{Programs}:{Others}");

        model.Requests.Count.ShouldBe(2);
        ToldMail.Texts(model.Requests[^1]).ShouldNotContain("troupe-mail");
    }

    private async Task<Stage> HookedAsync()
    {
        var stage = await Stage.OfDemoAsync();
        (await stage.RunAsync("init", "--hooks", Agent.Name)).ExitCode.ShouldBe(0);
        return stage;
    }

    private async Task SucceedAsync(Stage stage, ModelServer model, string path)
    {
        ProgramResult result = await Agent.WorkAsync(stage, model, path);
        result.ExitCode.ShouldBe(0, result.ErrorText + result.OutputText);
        result.OutputText.ShouldContain(ModelStep.Closing);
    }
}
