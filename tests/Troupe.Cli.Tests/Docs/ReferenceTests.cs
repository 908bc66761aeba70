using System.Reflection;
using Troupe.Cli.Config;
using Troupe.Cli.Query;
using Troupe.Core;
using Troupe.Shell;

namespace Troupe.Cli.Tests.Docs;

public sealed class ReferenceTests
{
    [Fact]
    public void Settings_Page_IsWhatTheProgramSays() => InStep("settings.md", SettingsReference.Markdown());

    [Fact]
    public void ExitCodes_Page_IsWhatTheProgramSays() => InStep("exit-codes.md", ExitCodesReference.Markdown());

    [Fact]
    public void Query_Page_IsWhatTheProgramSays() => InStep("query.md", QueryReference.Markdown());

    [Fact]
    public void Settings_EveryKey_IsOnThePageOnce()
    {
        var page = SettingsReference.Markdown();
        page.Split('\n').Count(line => line.StartsWith("| `", StringComparison.Ordinal)).ShouldBe(SettingCatalogue.All.Count);
    }

    [Fact]
    public void ExitCodes_EveryConstant_IsOnTheListWithItsNumber() => typeof(ExitCodes)
        .GetFields(BindingFlags.Public | BindingFlags.Static).Where(field => field.IsLiteral)
        .Select(field => (field.Name, (int)field.GetRawConstantValue()!))
        .ShouldBe(ExitCodes.All.Select(code => (code.Name, code.Number)), ignoreOrder: true);

    [Fact]
    public void ExitCodes_EveryError_HasOneOfItsOwn()
    {
        var numbers = Enum.GetValues<ErrorCode>().Select(ExitCodes.Of).ToList();

        numbers.ShouldBeUnique();
        numbers.ShouldNotContain(ExitCodes.Bug);
        numbers.ShouldAllBe(number => number >= 2);
    }

    /// <summary>The repository that these tests are built from.</summary>
    internal static string Root()
    {
        var root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Troupe.slnx")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        return root;
    }

    private static void InStep(string page, string expected)
    {
        var path = Path.Combine(Root(), "docs", "reference", page);
        if (Environment.GetEnvironmentVariable("TROUPE_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, expected.TrimEnd('\n') + "\n");
        }

        File.ReadAllText(path).TrimEnd('\n').ShouldBe(
            expected.TrimEnd('\n'), $"docs/reference/{page} is behind: run these tests with TROUPE_WRITE_DOCS=1 and commit it");
    }
}
