using Troupe.Agents;
using Troupe.Shell;

namespace Troupe.Cli.Sessions;

/// <summary>This program as the host of sessions; what lies beside it, agents find on their path.</summary>
internal static class HostProgramPath
{
    public static HostProgram Of(CliContext context)
    {
        var path = ThisProgram.PathOf(context);
        var folder = Path.GetDirectoryName(path)!;
        return new HostProgram(path, [], File.Exists(Path.Combine(folder, CalledName.Mail)) ? folder : null);
    }
}
