namespace Troupe.Cli.Shell;

/// <summary>One exit code as the reference describes it.</summary>
/// <param name="Name">The name in <see cref="ExitCodes"/>.</param>
internal sealed record ExitCode(int Number, string Name, string Meaning);
