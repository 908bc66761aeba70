using Troupe.Core;
using Troupe.Weaving;

namespace Troupe.Cli.Weave;

/// <summary>What a patch argument means: a file that exists, else a range, else a revision.</summary>
internal static class SourceArgument
{
    private static readonly string[] PatchFileEndings = [".patch", ".diff", ".mbox", ".eml"];

    /// <summary>Whether it is a file that exists, or at least is called like one that holds a patch.</summary>
    public static bool NamesFile(string argument, string workingDirectory) =>
        File.Exists(Path.Combine(workingDirectory, argument)) || IsCalledLikeAFile(argument);

    /// <exception cref="TroupeException">It can be none of them.</exception>
    public static PatchSource Parse(string argument, string workingDirectory)
    {
        var path = Path.Combine(workingDirectory, argument);
        if (argument.Length > 0 && File.Exists(path))
        {
            return new PatchSource.Text(Read(path, argument), null);
        }

        if (argument.Contains('/', StringComparison.Ordinal) && Directory.Exists(path))
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument, $"'{Printable.Escape(argument)}' is a folder: name the patch files in it, in the order in which they are to be folded.");
        }

        if (IsCalledLikeAFile(argument))
        {
            throw new TroupeException(ErrorCode.NotFound, $"There is no file '{Printable.Escape(argument)}'.");
        }

        var dots = argument.IndexOf("..", StringComparison.Ordinal);
        return argument switch
        {
            _ when dots < 0 => new PatchSource.Revision(argument),
            _ when dots == 0 || dots + 2 == argument.Length || argument[dots + 2] == '.' => throw new TroupeException(
                ErrorCode.InvalidArgument, $"'{Printable.Escape(argument)}' is no range: write A..B, the commit before the change and the last one of it."),
            _ => new PatchSource.Range(argument[..dots], argument[(dots + 2)..]),
        };
    }

    private static bool IsCalledLikeAFile(string argument) =>
        Array.Exists(PatchFileEndings, ending => argument.EndsWith(ending, StringComparison.OrdinalIgnoreCase));

    private static byte[] Read(string path, string argument)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new TroupeException(
                ErrorCode.InvalidArgument, $"The file '{Printable.Escape(argument)}' cannot be read: {Printable.Escape(failure.Message)}", failure);
        }
    }
}
