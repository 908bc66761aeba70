using System.CommandLine;
using Troupe.Analytics;
using Troupe.Core;
using Troupe.Mail;
using Troupe.MailCli;

namespace Troupe.Cli.Mail;

/// <summary>What a search can be narrowed by.</summary>
internal sealed class SearchOptions
{
    private readonly Argument<string[]> _text = new("text")
    {
        HelpName = "TEXT",
        Description = "Words or phrases that all occur; case does not count. A day (2026-01-11) or month also fits what was sent then",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly Option<string?> _from = new("--from") { Description = "Only what this persona sent", HelpName = "ID" };
    private readonly Option<string?> _tag = new("--tag") { Description = "Only what has this tag", HelpName = "TAG" };
    private readonly Option<string?> _type = new("--type") { Description = $"One of {string.Join(", ", MessageTypes.All)}", HelpName = "TYPE" };
    private readonly Option<string?> _since = new("--since") { Description = "Sent then or later: a day, a UTC time, or an age such as 12h or 7d", HelpName = "TIME" };
    private readonly Option<string?> _until = new("--until") { Description = "Sent before then; a day counts whole", HelpName = "TIME" };
    private readonly Option<string?> _thread = new("--thread") { Description = "Only the conversation of this message", HelpName = "ID" };
    private readonly Option<bool> _all = new("--all") { Description = "Everybody's mail, not only that of --persona" };
    private readonly Option<bool> _trashed = new("--trashed") { Description = "The trash instead" };
    private readonly Option<int?> _limit = new("--limit", "-n") { Description = "At most this many, the newest ones (default 20)", HelpName = "N" };

    public void AddTo(Command command)
    {
        command.Arguments.Add(_text);
        foreach (var option in new Option[] { _from, _tag, _type, _since, _until, _thread, _all, _trashed, _limit })
        {
            command.Options.Add(option);
        }
    }

    public string? Thread(ParseResult arguments) => arguments.GetValue(_thread);

    /// <summary>All but the thread, which the log has to be asked for.</summary>
    public SearchQuery Read(ParseResult arguments, MailDesk desk, int usualLimit)
    {
        var now = desk.Context.Time.GetUtcNow();
        var query = new SearchQuery
        {
            Terms = arguments.GetValue(_text) ?? [],
            Persona = arguments.GetValue(_all) ? null : desk.Persona(arguments),
            From = arguments.GetValue(_from) is { } sender ? desk.Office.Addresses.Require(Address.Parse(sender).Name) : null,
            Tag = arguments.GetValue(_tag),
            Type = arguments.GetValue(_type) is { } type ? MessageTypes.Parse(type) : null,
            Since = arguments.GetValue(_since) is { } since ? SearchMoment.Since(since, now) : null,
            Until = arguments.GetValue(_until) is { } until ? SearchMoment.Until(until, now) : null,
            Trashed = arguments.GetValue(_trashed),
            Limit = arguments.GetValue(_limit) ?? usualLimit,
        };
        return query.Limit > 0
            ? query
            : throw new TroupeException(ErrorCode.InvalidArgument, $"--limit {query.Limit} shows nothing: give a number from 1 on.");
    }
}
