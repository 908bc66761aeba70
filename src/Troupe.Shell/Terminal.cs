namespace Troupe.Shell;

/// <summary>The one door to the terminal: data goes to standard output, talk to standard error.</summary>
/// <param name="output">Receives data only.</param>
/// <param name="error">Receives progress, warnings and errors.</param>
/// <param name="isInteractive">Whether a person looks at standard output, so that colour and live tables make sense.</param>
public sealed class Terminal(TextWriter output, TextWriter error, bool isInteractive)
{
    public TextWriter Output { get; } = output;

    public bool IsInteractive { get; } = isInteractive;

    /// <summary>Whether nobody reads standard output any more: a command that goes on for ever ends then.</summary>
    public Func<bool> ReaderHasGone { get; init; } = () => false;

    /// <summary>One whose data goes elsewhere, for programs; the talk stays where it is.</summary>
    public Terminal Into(TextWriter file) => new(file, error, isInteractive: false);

    public void Data(string line) => Output.WriteLine(line);

    public void Say(string line) => error.WriteLine(line);

    public void Error(string message) => error.WriteLine($"error: {message}");
}
