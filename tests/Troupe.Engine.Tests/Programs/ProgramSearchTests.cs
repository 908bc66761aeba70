using Troupe.Testing;

namespace Troupe.Engine.Tests;

public sealed class ProgramSearchTests
{
    [Fact]
    public void Fault_Program_IsLookedForAsTheSystemDoes()
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder["plain"], "");
        Script.Write(folder["tool"], "exit 0");
        var path = $"/nowhere:{folder.Path}";

        ProgramSearch.Fault("tool", path).ShouldBeNull();
        ProgramSearch.Fault(folder["tool"], "").ShouldBeNull();
        ProgramSearch.Fault("tool", "/nowhere").ShouldBe("and there is no such program on the PATH");
        ProgramSearch.Fault("plain", path).ShouldBe("and there is no such program on the PATH");
        ProgramSearch.Fault(folder["plain"], path).ShouldBe("and that file is not executable");
        ProgramSearch.Fault(folder["other"], path).ShouldBe("and there is no such file");
    }
}
