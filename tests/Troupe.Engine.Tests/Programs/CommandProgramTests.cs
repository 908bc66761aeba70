namespace Troupe.Engine.Tests;

public sealed class CommandProgramTests
{
    [Theory]
    [InlineData("claude -p", "claude")]
    [InlineData("  claude; echo done", "claude")]
    [InlineData("claude|tee log", "claude")]
    [InlineData("/opt/tools/agent --fast", "/opt/tools/agent")]
    [InlineData("if true; then claude; fi", null)]
    [InlineData("exec claude", null)]
    [InlineData("cd sub && claude", null)]
    [InlineData("KEY=1 claude", null)]
    [InlineData("$AGENT -p", null)]
    [InlineData("(claude)", null)]
    [InlineData("\"my agent\" -p", null)]
    [InlineData("./agent.sh", null)]
    [InlineData("tools/agent.sh", null)]
    [InlineData("f() { claude; }; f", null)]
    [InlineData("f () { claude; }; f", null)]
    [InlineData("f\t( )\n{ claude; }; f", null)]
    [InlineData("2>log claude", null)]
    [InlineData("%1", null)]
    [InlineData("let x=1; claude", null)]
    [InlineData("declare -x A=1; claude", null)]
    [InlineData("pushd sub && claude", null)]
    [InlineData("coproc claude", null)]
    [InlineData("shopt -s nullglob; claude", null)]
    [InlineData("mapfile lines < list; claude", null)]
    [InlineData("claude > log", "claude")]
    [InlineData("g++ -v", "g++")]
    public void Of_ShellLine_IsItsFirstWordUnlessAShellDecides(string line, string? program) =>
        CommandProgram.Of(["sh", "-c", line]).ShouldBe(program);

    [Theory]
    [InlineData("claude", "claude")]
    [InlineData("if", "if")]
    [InlineData("./agent", null)]
    public void Of_Array_IsItsProgramUnlessItLiesInTheCheckout(string word, string? program) =>
        CommandProgram.Of([word, "-p"]).ShouldBe(program);
}
