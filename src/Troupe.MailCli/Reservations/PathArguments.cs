using System.CommandLine;
using Troupe.Mail;

namespace Troupe.MailCli;

/// <summary>Patterns of paths as arguments.</summary>
internal static class PathArguments
{
    public static Argument<string[]> Create(ArgumentArity arity) => new("GLOB")
    {
        Description = "Paths from the repository's top; * and ? within a name, ** for any folders. A folder stands for all that is in it",
        Arity = arity,
    };

    public static IReadOnlyList<PathPattern> Read(ParseResult arguments, Argument<string[]> patterns) =>
        [.. (arguments.GetValue(patterns) ?? []).Select(PathPattern.Parse)];
}
