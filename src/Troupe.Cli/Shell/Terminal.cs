namespace Troupe.Cli.Shell;

/// <summary>The one door to the terminal: data goes to standard output, talk to standard error.</summary>
/// <param name="output">Receives data only.</param>
/// <param name="error">Receives progress, warnings and errors.</param>
/// <param name="isInteractive">Whether a person looks at standard output, so that colour and live tables make sense.</param>
internal sealed class Terminal(TextWriter output, TextWriter error, bool isInteractive)
{
    public TextWriter Output { get; } = output;

    public bool IsInteractive { get; } = isInteractive;

    /// <summary>Whether nobody reads standard output any more: a command that goes on for ever ends then.</summary>
    public Func<bool> ReaderHasGone { get; init; } = () => false;

    public void Data(string line) => Output.WriteLine(line);

    public void Say(string line) => error.WriteLine(line);

    public void Error(string message) => error.WriteLine($"error: {message}");
}
