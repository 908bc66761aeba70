namespace Troupe.Shell;

/// <summary>One exit code as the reference describes it.</summary>
/// <param name="Name">The name in <see cref="ExitCodes"/>.</param>
public sealed record ExitCode(int Number, string Name, string Meaning);
