using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Troupe.Shell;

/// <summary>The library's help, and the examples of a command that has some.</summary>
public sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    /// <summary>Puts it in the place of the help that the library gave a root.</summary>
    public static RootCommand AddTo(RootCommand root)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            option.Action = option.Action is HelpAction help ? new HelpWithExamples(help) : option.Action;
        }

        return root;
    }

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ExampleCommand { Examples: { Count: > 0 } examples })
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine(examples.Count == 1 ? "Example:" : "Examples:");
            foreach (var example in examples)
            {
                output.WriteLine($"  {example}");
            }

            output.WriteLine();
        }

        return code;
    }
}
