using System.Text.Json;
using System.Text.Json.Nodes;
using Troupe.Cli.Init;
using Troupe.Core;
using Troupe.MailCli;

namespace Troupe.Cli.Tests.Init;

public sealed class AgentHookSettingsTests
{
    private const string OfTheUser = """
        {
          // which model
          "model": "opus", /* "hooks": [], */
          "hooks": {
            "UserPromptSubmit": [
              {
                "hooks": [
                  { "type": "command", "command": "echo, hi" } // mine
                ]
              }
            ],
            "Stop": []
          },
          "env": {} // nothing yet
        }

        """;

    private static readonly AgentHookSettings Claude = new(AgentHook.Parse("claude"));
    private static readonly AgentHookSettings Gemini = new(AgentHook.Parse("gemini"));

    public static TheoryData<string> Files =>
    [
        OfTheUser,
        OfTheUser.ReplaceLineEndings("\r\n"),
        "{\n  \"a\": 1\n}\n",
        "{\n  \"a\": 1 // one, two\n}",
        "{\n    \"hooks\": {\n        \"Stop\": [1]\n    }\n}\n",
        "{\n  \"hooks\": {\n    \"UserPromptSubmit\": [\n      {\n        \"hooks\": []\n      }\n    ]\n  },\n  \"z\": \"olá }]\"\n}\n",
        "{}",
        "{ }\n",
        "{\"a\":1}",
        "{ \"a\": 1 /* one */ }",
        "{\n  \"hooks\": { \"Stop\": [] }\n}\n",
        "{\"hooks\":{\"UserPromptSubmit\":[{\"hooks\":[{\"command\":\"x\"}]}],\"PostToolUse\":[{\"hooks\":[]}]}}",
    ];

    [Theory]
    [MemberData(nameof(Files))]
    public void WithAndWithout_AFileOfTheUsers_IsAsItWasToTheByte(string text)
    {
        var with = Claude.With(text);

        with.ShouldNotBe(text);
        Claude.With(with).ShouldBe(with, "twice is the same as once");
        Claude.Without(with).ShouldBe(text);
        Commands(with, "PostToolUse").ShouldHaveSingleItem().ShouldContain("jules-mail check --inject --hook claude");
        Commands(with, "UserPromptSubmit").Count(command => command.Contains("jules-mail check --inject --hook claude", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("{\"hooks\":{}}")]
    [InlineData("{\"hooks\":{\"UserPromptSubmit\":[]},\"b\":2}")]
    public void WithAndWithout_AnEmptyListOfHooks_SaysTheSame(string text)
    {
        var without = Claude.Without(Claude.With(text));

        var (left, right) = (Pruned(text), Pruned(without.Length == 0 ? "{}" : without));
        JsonNode.DeepEquals(left, right).ShouldBeTrue($"{text} became {without}");
    }

    [Fact]
    public void With_NoFile_IsOneThatHoldsTheHookAlone()
    {
        var text = Gemini.With(null);

        Commands(text, "BeforeAgent").ShouldHaveSingleItem().ShouldContain("--hook gemini");
        Commands(text, "AfterTool").ShouldBe(Commands(text, "BeforeAgent"));
        JsonNode.Parse(text)!["hooks"]!["BeforeAgent"]![0]!["hooks"]![0]!["timeout"]!.GetValue<int>().ShouldBe(5_000);
        Gemini.Without(text).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("{\n  \"hooks\": {}\n}")]
    public void Without_NoHookOfOurs_ChangesNothing(string text) => Claude.Without(text).ShouldBe(text);

    [Fact]
    public void With_AHookOfAnEarlierVersion_IsReplaced()
    {
        var old = Claude.With(OfTheUser).Replace("--hook claude || true", "", StringComparison.Ordinal);

        Claude.With(old).ShouldBe(Claude.With(OfTheUser));
    }

    [Fact]
    public void With_AHookBeforePromptsOnly_GetsTheOneAfterToolsToo()
    {
        var old = """{"hooks":{"UserPromptSubmit":[{"hooks":[{"command":"command -v jules-mail >/dev/null 2>&1 && jules-mail check --inject --hook claude || true"}]}]}}""";

        var with = Claude.With(old);

        Commands(with, "UserPromptSubmit").ShouldBe(Commands(with, "PostToolUse"));
        JsonNode.Parse(Claude.Without(with))!.AsObject().ShouldBeEmpty();
    }

    [Fact]
    public void Without_AGroupThatTheUserAddedTo_KeepsWhatIsTheUsers()
    {
        var group = """{"hooks":{"UserPromptSubmit":[{"hooks":[{"command":"a"},{"command":"jules-mail check --inject"},{"command":"b"}]}]}}""";

        Commands(Claude.Without(group), "UserPromptSubmit").ShouldBe(["a", "b"]);
    }

    [Theory]
    [InlineData("jules-mail check --inject --persona curator | tee mail.txt")]
    [InlineData("./prepare.sh && jules-mail check --inject --hook claude || true")]
    public void WithAndWithout_ACommandOfTheUsersThatAsksForMailToo_Stays(string command)
    {
        var text = $$$"""{"hooks":{"UserPromptSubmit":[{"hooks":[{"command":"{{{command}}}"}]}]}}""";

        var with = Claude.With(text);

        Commands(with, "UserPromptSubmit").First().ShouldBe(command);
        Commands(Claude.Without(with), "UserPromptSubmit").ShouldBe([command]);
    }

    [Theory]
    [InlineData("{ \"a\": ", "is no JSON")]
    [InlineData("[]", "holds no JSON object")]
    [InlineData("{\"hooks\": []}", "its 'hooks' is no object")]
    [InlineData("{\"hooks\": {\"UserPromptSubmit\": {}}}", "its 'UserPromptSubmit' is no array")]
    public void With_AFileThatIsSomethingElse_IsRefused(string text, string reason) =>
        Should.Throw<TroupeException>(() => Claude.With(text)).Message.ShouldContain(reason);

    private static List<string> Commands(string text, string happening)
    {
        var root = JsonNode.Parse(text, documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!;
        return [.. root["hooks"]![happening]!.AsArray().SelectMany(group => group!["hooks"]!.AsArray()).Select(hook => hook!["command"]!.GetValue<string>())];
    }

    /// <summary>Without what is empty: an empty list of hooks says nothing.</summary>
    private static JsonNode Pruned(string text)
    {
        var root = JsonNode.Parse(text)!;
        if (root["hooks"] is JsonObject hooks)
        {
            foreach (var empty in hooks.Where(member => member.Value is JsonArray { Count: 0 }).Select(member => member.Key).ToList())
            {
                hooks.Remove(empty);
            }

            if (hooks.Count == 0)
            {
                root.AsObject().Remove("hooks");
            }
        }

        return root;
    }
}
