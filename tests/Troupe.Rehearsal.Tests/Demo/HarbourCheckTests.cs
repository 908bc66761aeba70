using Troupe.Rehearsal.Demo;
using Troupe.Testing;

namespace Troupe.Rehearsal.Tests.Demo;

/// <summary>The check passes on the harbour and names whatever is wrong with it.</summary>
public sealed class HarbourCheckTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly WorkingTree _tree;

    public HarbourCheckTests()
    {
        _tree = new WorkingTree(_folder.Path);
        foreach (var (path, text) in HarbourFiles.Write())
        {
            _tree.Write(path, text);
        }
    }

    [Fact]
    public async Task Check_FreshHarbour_Passes()
    {
        var run = await CheckRun.InAsync(_folder.Path);

        run.ExitCode.ShouldBe(0, run.Words);
        run.Words.ShouldContain("186 modules are in order");
    }

    [Fact]
    public async Task Check_ConflictMarker_Fails()
    {
        _tree.Append("docs/tides/daily.md", "<<<<<<< ours\n");
        await ShouldFailAsync("docs/tides/daily.md");
    }

    [Fact]
    public async Task Check_ModuleOutsideTheIndex_Fails()
    {
        _tree.Write("lib/tides/moon.sh", _tree.Read("lib/tides/log.sh").Replace("tides/log", "tides/moon", StringComparison.Ordinal)
            .Replace("tides_log", "tides_moon", StringComparison.Ordinal));
        await ShouldFailAsync("lib/tides/moon.sh: not in the INDEX");
    }

    [Fact]
    public async Task Check_IndexedModuleMissing_Fails()
    {
        _tree.Append("lib/tides/INDEX", "moon.sh\n");
        await ShouldFailAsync("lib/tides/moon.sh: in an INDEX");
    }

    [Fact]
    public async Task Check_ListedTwice_Fails()
    {
        _tree.Append("lib/tides/INDEX", "log.sh\n");
        await ShouldFailAsync("lib/tides/log.sh: listed twice");
    }

    [Fact]
    public async Task Check_NeededModuleGone_Fails()
    {
        _tree.RemoveModule("tides", "gauge");
        await ShouldFailAsync("lib/tides/forecast.sh: needs tides/gauge, which does not exist");
    }

    [Fact]
    public async Task Check_ModuleCutShort_Fails()
    {
        _tree.Replace("lib/cargo/log.sh", "\n# end of cargo/log\n", "");
        await ShouldFailAsync("lib/cargo/log.sh: does not end with");
    }

    [Fact]
    public async Task Check_FunctionTwice_Fails()
    {
        _tree.Replace("lib/cargo/log.sh", "\n# end of cargo/log\n", "\ncargo_log() {\n    :\n}\n\n# end of cargo/log\n");
        await ShouldFailAsync("lib/cargo/log.sh: defines cargo_log twice");
    }

    [Fact]
    public async Task Check_FunctionNamedWrong_Fails()
    {
        _tree.Replace("lib/cargo/log.sh", "cargo_log() {", "cargo_lgo() {");
        await ShouldFailAsync("lib/cargo/log.sh: does not define cargo_log");
    }

    [Fact]
    public async Task Check_FirstLineWrong_Fails()
    {
        _tree.Replace("lib/cargo/log.sh", "# cargo/log: ", "# cargo/table: ");
        await ShouldFailAsync("lib/cargo/log.sh: does not begin with");
    }

    [Fact]
    public async Task Check_SyntaxError_Fails()
    {
        _tree.Replace("lib/weather/watch.sh", "weather_watch() {\n", "weather_watch() {\n    if true; then\n");
        await ShouldFailAsync("yntax error");
    }

    public void Dispose() => _folder.Dispose();

    private async Task ShouldFailAsync(string words)
    {
        var run = await CheckRun.InAsync(_folder.Path);

        run.ExitCode.ShouldBe(1);
        run.Words.ShouldContain(words);
    }
}
