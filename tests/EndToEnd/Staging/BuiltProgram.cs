namespace Troupe.EndToEnd;

/// <summary>Where the published program is. <c>./test</c> builds it and says so.</summary>
internal static class BuiltProgram
{
    private const string Variable = "TROUPE_NATIVE";

    /// <summary><c>jules-mail</c>, which is built beside it.</summary>
    public static string Mail => System.IO.Path.Combine(System.IO.Path.GetDirectoryName(Path)!, "jules-mail");

    /// <summary>Skips the test where there is none.</summary>
    public static string Path
    {
        get
        {
            var program = Environment.GetEnvironmentVariable(Variable);
            Assert.SkipUnless(File.Exists(program), $"{Variable} names no program: run ./test, or ./troupe build and set it.");
            return program!;
        }
    }
}
