using System.CommandLine;

namespace Troupe.Cli.Shell;

/// <summary>Every command, and the short way to the mail commands, which must start within milliseconds.</summary>
internal static class CommandTree
{
    public static RootCommand For(string calledName, string[] arguments, CliContext context)
    {
        var root = new RootCommand("Runs a troupe of AI personas in parallel on one git repository and lands one verified change.");
        root.Add(Sessions.SessionHostCommand.Build(context));
        return root;
    }
}
