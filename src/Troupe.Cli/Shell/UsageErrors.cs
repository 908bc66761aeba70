using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Troupe.Core;

namespace Troupe.Cli.Shell;

/// <summary>What is wrong with a command line, in words for whoever typed it: the parser speaks of types and tokens.</summary>
internal static class UsageErrors
{
    public static IReadOnlyList<string> Of(ParseResult result, string program)
    {
        var command = result.CommandResult.Command;
        var path = PathOf(result.CommandResult, program);
        if (result.UnmatchedTokens is [var stray, ..])
        {
            return [Stray(stray, command, path)];
        }

        var commands = Names(command.Subcommands);
        return command.Action is null && commands.Count > 0
            ? [$"'{path}' needs a command: {string.Join(", ", commands)}."]
            : [.. result.Errors.Select(problem => Sentence(problem, path)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The command as it has to be typed.</summary>
    public static string PathOf(CommandResult command, string program) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent, program)} {command.Command.Name}" : program;

    private static string Stray(string token, Command command, string path)
    {
        var shown = Printable.Escape(token);
        var commands = Names(command.Subcommands);
        return token.StartsWith('-') ? $"'{path}' has no option '{shown}'{Suggestion.Hint(token, Names(command.Options))}"
            : commands.Count > 0 ? $"'{path}' has no command '{shown}'{Suggestion.Hint(token, commands)}"
            : $"'{shown}' is one argument too many for '{path}'.";
    }

    private static string Sentence(ParseError problem, string path) => problem.SymbolResult switch
    {
        OptionResult option when BadNumber(option, option.Option.ValueType) is { } bad => $"{option.Option.Name} takes {bad}",
        ArgumentResult argument when BadNumber(argument, argument.Argument.ValueType) is { } bad => $"{NameOf(argument.Argument)} is {bad}",
        OptionResult { Tokens.Count: 0, IdentifierToken: not null } option => $"{option.Option.Name} needs a value: {option.Option.Description}.",
        ArgumentResult { Tokens.Count: 0, Parent: CommandResult } argument =>
            $"'{path}' needs {NameOf(argument.Argument)}: {argument.Argument.Description}.",
        _ => problem.Message,
    };

    private static string? BadNumber(SymbolResult symbol, Type valueType)
    {
        var type = Nullable.GetUnderlyingType(valueType) ?? valueType;
        var isWhole = type == typeof(int) || type == typeof(long);
        if ((!isWhole && type != typeof(double)) || symbol.Tokens is not [{ Value: var given }])
        {
            return null;
        }

        var fits = type == typeof(int) ? int.TryParse(given, CultureInfo.InvariantCulture, out _)
            : type == typeof(long) ? long.TryParse(given, CultureInfo.InvariantCulture, out _)
            : double.TryParse(given, CultureInfo.InvariantCulture, out _);
        return fits ? null : $"a {(isWhole ? "whole " : "")}number, not '{Printable.Escape(given)}'.";
    }

    private static string NameOf(Argument argument) => argument.HelpName ?? argument.Name;

    private static List<string> Names(IEnumerable<Symbol> symbols) => [.. symbols.Where(symbol => !symbol.Hidden).Select(symbol => symbol.Name)];
}
