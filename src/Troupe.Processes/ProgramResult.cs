using System.Text;

namespace Troupe.Processes;

/// <summary>What a finished run left.</summary>
/// <param name="Output">Standard output, up to the limit.</param>
/// <param name="Error">Standard error, up to the limit.</param>
/// <param name="Truncated">Whether either exceeded the limit.</param>
public sealed record ProgramResult(
    int ExitCode,
    ProgramEnding Ending,
    ReadOnlyMemory<byte> Output,
    ReadOnlyMemory<byte> Error,
    bool Truncated,
    TimeSpan Elapsed)
{
    public string OutputText => Encoding.UTF8.GetString(Output.Span);

    public string ErrorText => Encoding.UTF8.GetString(Error.Span);
}
