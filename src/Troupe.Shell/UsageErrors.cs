using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using Troupe.Core;

namespace Troupe.Shell;

/// <summary>What is wrong with a command line, in words for whoever typed it: the parser speaks of types and tokens.</summary>
public static class UsageErrors
{
    public static IReadOnlyList<string> Of(ParseResult result, string program)
    {
        var command = result.CommandResult.Command;
        var path = PathOf(result.CommandResult, program);
        if (MisspeltOption(result) is { } misspelt)
        {
            return [NoOption(misspelt, result.CommandResult, program)];
        }

        if (result.Errors.Count == 0)
        {
            return [];
        }

        if (result.UnmatchedTokens is [var stray, ..])
        {
            return [stray.StartsWith('-') ? NoOption(stray, result.CommandResult, program) : Stray(stray, command, path)];
        }

        var commands = Names(command.Subcommands);
        return command.Action is null && commands.Count > 0
            ? [$"'{path}' needs a command: {string.Join(", ", commands)}."]
            : [.. result.Errors.Select(problem => Sentence(problem, path)).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The command as it has to be typed.</summary>
    public static string PathOf(CommandResult command, string program) =>
        command.Parent is CommandResult parent ? $"{PathOf(parent, program)} {command.Command.Name}" : program;

    /// <summary>Whether a group of commands was named, and nothing of it.</summary>
    public static bool IsGroupAlone(ParseResult result) =>
        result.CommandResult.Command is { Action: null, Subcommands.Count: > 0 } && result.Tokens.All(token => token.Type == TokenType.Command);

    // An argument that takes anything takes a misspelt option, too. What follows a '--' is meant as it stands.
    private static string? MisspeltOption(ParseResult result)
    {
        foreach (var child in result.CommandResult.Children)
        {
            foreach (var token in (child as ArgumentResult)?.Tokens ?? [])
            {
                if (token.Value is ['-', '-', _, ..] && !result.Tokens.SkipWhile(before => before.Type != TokenType.DoubleDash).Any(meant => meant.Value == token.Value))
                {
                    return token.Value;
                }
            }
        }

        return null;
    }

    private static string NoOption(string token, CommandResult command, string program)
    {
        var word = token.Split('=', 2)[0];
        var start = $"'{PathOf(command, program)}' has no option '{Printable.Escape(word)}'";
        var sibling = (command.Parent as CommandResult)?.Command.Subcommands.FirstOrDefault(other => Names(other.Options).Contains(word));
        return sibling is null
            ? $"{start}{Suggestion.Hint(word, Names(command.Command.Options))}"
            : $"{start}: it belongs to '{PathOf((CommandResult)command.Parent!, program)} {sibling.Name}'.";
    }

    private static string Stray(string token, Command command, string path)
    {
        var shown = Printable.Escape(token);
        var commands = Names(command.Subcommands);
        return commands.Count > 0 ? $"'{path}' has no command '{shown}'{Suggestion.Hint(token, commands)}"
            : $"'{shown}' is one argument too many for '{path}'.";
    }

    private static string Sentence(ParseError problem, string path) => problem.SymbolResult switch
    {
        OptionResult option when BadNumber(option, option.Option.ValueType) is { } bad => $"{option.Option.Name} takes {bad}",
        ArgumentResult argument when BadNumber(argument, argument.Argument.ValueType) is { } bad => $"{NameOf(argument.Argument)} is {bad}",
        OptionResult { IdentifierToken: null } option => $"'{path}' needs {option.Option.Name} {option.Option.HelpName}: {option.Option.Description}.",
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
