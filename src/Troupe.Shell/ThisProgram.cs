namespace Troupe.Shell;

/// <summary>
/// How to start this program again. The native binary is its own path; under the JIT fallback the process is
/// <c>dotnet</c>, and the launcher says where it is itself.
/// </summary>
public static class ThisProgram
{
    public const string Name = "troupe";
    private const string Launcher = "TROUPE_PROGRAM";

    /// <summary>Such as <c>0.1.0</c>.</summary>
    public static string Version => typeof(ThisProgram).Assembly.GetName().Version?.ToString(3) ?? "0";

    /// <summary>Where it is, or what stands in for it.</summary>
    public static string PathOf(CliContext context) => Path.GetFullPath(context.Variable(Launcher) ?? context.ProgramPath);
}
