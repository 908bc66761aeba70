using System.Runtime.InteropServices;
using Troupe.Core;
using Troupe.Shell;

namespace Troupe.JulesMail;

/// <summary>Everything that is not called by the hundred is done by <c>troupe</c>, in this process's place and under this name.</summary>
internal static partial class Handover
{
    /// <returns>Only where there is no such program: else it is the exit code of the other one.</returns>
    public static int ToFullProgram(string[] arguments)
    {
        // What .NET could not decode would arrive changed.
        if (UndecodedArgument.Find(arguments, UndecodedArgument.CommandLine) is { } undecoded)
        {
            Console.Error.WriteLine($"error: {undecoded}");
            return ExitCodes.InvalidArgument;
        }

        var program = Path.Combine(Path.GetDirectoryName(Environment.ProcessPath!)!, ThisProgram.Name);
        Execute(program, [CalledName.Mail, .. arguments, null]);
        Console.Error.WriteLine(
            $"error: '{Printable.Escape(program)}' cannot be started ({Marshal.GetLastPInvokeErrorMessage()}): it belongs beside jules-mail and does this part of its work. Install both.");
        return ExitCodes.Process;
    }

    [LibraryImport("libc", EntryPoint = "execv", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Execute(string path, string?[] arguments);
}
