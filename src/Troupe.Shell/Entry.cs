using System.CommandLine;
using System.Text;
using Troupe.Core;

namespace Troupe.Shell;

/// <summary>From the process's arguments to its exit code.</summary>
public static class Entry
{
    /// <summary>Arguments mean what they say: <c>@all</c> is an address and no file to read more arguments from.</summary>
    private static readonly ParserConfiguration Syntax = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <param name="interruptible">
    /// Whether Ctrl-C and SIGTERM become a token. Who does without may simply be killed: handling signals starts a thread.
    /// </param>
    public static async Task<int> RunAsync(string program, CommandBuilder commands, string[] arguments, bool interruptible)
    {
        using var interruption = new Interruption();
        var standardOutput = StandardStream.Output();
        using var output = Writer(standardOutput);
        using var error = Writer(StandardStream.Error());
        if (WorkingDirectory() is not { } folder)
        {
            error.WriteLine("error: The folder that you are in does not exist any more: go to another one.");
            return ExitCodes.NoRepository;
        }

        var context = new CliContext
        {
            Terminal = new Terminal(output, error, !Console.IsOutputRedirected) { ReaderHasGone = () => standardOutput is StandardStream { ReaderHasGone: true } },
            WorkingDirectory = folder,
            Environment = new ProcessEnvironment(),
            OpenInput = Console.OpenStandardInput,
        };
        if (UndecodedArgument.Find(arguments, UndecodedArgument.CommandLine) is { } undecoded)
        {
            context.Terminal.Error(undecoded);
            return ExitCodes.InvalidArgument;
        }

        var cancellation = interruptible ? interruption.Token : CancellationToken.None;
        return await RunAsync(program, commands, arguments, context, cancellation);
    }

    /// <summary>Parses and runs one command; every failure becomes a message and a documented exit code here.</summary>
    public static async Task<int> RunAsync(
        string program, CommandBuilder commands, string[] arguments, CliContext context, CancellationToken cancellationToken)
    {
        // Whoever calls the program by its mere name wants to know what it can do.
        string[] words = arguments.Length == 0 ? ["--help"] : arguments;
        try
        {
            var result = commands(words, context).Parse(words, Syntax);
            if (UsageErrors.IsGroupAlone(result))
            {
                // So does whoever calls a group of commands by its mere name.
                words = [.. words, "--help"];
                result = commands(words, context).Parse(words, Syntax);
            }

            if (UsageErrors.Of(result, program) is { Count: > 0 } errors)
            {
                errors.ToList().ForEach(context.Terminal.Error);
                context.Terminal.Say($"Try '{UsageErrors.PathOf(result.CommandResult, program)} --help'.");
                return ExitCodes.InvalidArgument;
            }

            return await result.InvokeAsync(
                new InvocationConfiguration
                {
                    EnableDefaultExceptionHandler = false,
                    Output = context.Terminal.Output,

                    // Interruption is ours: the library's own handlers would start a thread in every mail command.
                    ProcessTerminationTimeout = null,
                },
                cancellationToken);
        }
        catch (TroupeException failure)
        {
            context.Terminal.Error(failure.Message);
            return ExitCodes.Of(failure.Code);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The system refuses a file: a full disk, a folder that may not be written, standard output that is closed.
            context.Terminal.Error($"A file or folder cannot be used: {Printable.Escape(failure.Message)}");
            return ExitCodes.Storage;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // Whoever pressed Ctrl-C knows; what it means for a sprint, the command has said.
            return ExitCodes.Interrupted;
        }
#pragma warning disable CA1031 // the last line of defence: a defect is reported as one, with what is needed to mend it
        catch (Exception bug)
#pragma warning restore CA1031
        {
            context.Terminal.Error($"this is a defect in troupe, please report it: {bug}");
            return ExitCodes.Bug;
        }
    }

    private static string? WorkingDirectory()
    {
        try
        {
            return Directory.GetCurrentDirectory();
        }
        catch (IOException)
        {
            return null;
        }
    }

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
}
