using Troupe.Interchange;
using Troupe.Shell;

namespace Troupe.Cli.Mail;

/// <summary>Says every few seconds how far long work has come. What is done before that says nothing.</summary>
internal sealed class ProgressLine(Terminal terminal, TimeProvider time) : IProgress<InterchangeProgress>
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private long _said = time.GetTimestamp();

    public void Report(InterchangeProgress value)
    {
        if (time.GetElapsedTime(_said) >= Pause)
        {
            _said = time.GetTimestamp();
            terminal.Say(value.All > 0 ? $"{value.Step}: {value.Done:N0} of {Plural.Of(value.All, "message")}" : $"{value.Step}: {Plural.Of(value.Done, "message")}");
        }
    }
}
