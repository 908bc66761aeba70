using System.CommandLine;
using Troupe.Shell;

namespace Troupe.Cli.Weave;

/// <summary><c>troupe weave …</c>: many branches and patches into one proven branch, with or without a team.</summary>
internal static class WeaveCommands
{
    public static Command Build(CliContext context) =>
        new("weave", "Fold branches and patches into one proven tree, and say of each that does not fit why.")
        {
            WeavePlanCommand.Build(context),
            WeaveApplyCommand.Build(context),
            WeaveExplainCommand.Build(context),
            WeaveHeldCommand.Build(context),
            HeldAnswerCommand.BuildAck(context),
            HeldAnswerCommand.BuildReject(context),
        };
}
