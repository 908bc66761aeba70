namespace Troupe.Shell;

/// <summary>
/// The name that the program was called by: under <c>jules-mail</c> it is the mail command line. A link resolves to the binary
/// in <see cref="Environment.ProcessPath"/>, so the first word of the command line counts; under the JIT fallback that is not
/// the launcher's, which says by TROUPE_CALLED_AS what it was called.
/// </summary>
public static class CalledName
{
    public const string Mail = "jules-mail";
    private const string Override = "TROUPE_CALLED_AS";

    public static string Read() => Environment.GetEnvironmentVariable(Override) is { Length: > 0 } name
        ? name
        : Path.GetFileName(Environment.GetCommandLineArgs()[0]);
}
