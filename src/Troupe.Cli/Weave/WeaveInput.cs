using System.CommandLine;
using Troupe.Shell;
using Troupe.Weaving;

namespace Troupe.Cli.Weave;

/// <summary>What <c>plan</c> and <c>apply</c> have in common on the command line.</summary>
internal sealed class WeaveInput
{
    private readonly Argument<string[]> _sources = new("PATCH")
    {
        Description = "A branch, a commit, a range A..B, a diff or a format-patch file, or a pattern of branches or full ref names such as 'feature-*'; in the order in which they came",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _base = new("--base")
    {
        Description = "The commit to build on, and from which branches are taken to have left (default: HEAD)",
        HelpName = "REV",
    };

    private readonly Option<string?> _onto = new("--onto")
    {
        Description = "Build on this branch and move it; it is made at --base if it does not exist",
        HelpName = "BRANCH",
    };

    private readonly Option<string?> _order = new("--order")
    {
        Description = "Where not all fit together: 'best', as many as possible, or 'fifo', who comes first (default: [weaver] order of the commit that is built on, else best)",
        HelpName = "ORDER",
    };

    private readonly Option<string[]> _acks = new("--ack")
    {
        Description = "Agree for this run to a patch that policy holds, by its id (6 digits or more); may be given several times",
        HelpName = "PATCH",
    };

    private readonly Option<bool> _json = JsonOption.Create("docs/specs/weave.md");

    public void AddTo(Command command)
    {
        command.Arguments.Add(_sources);
        command.Options.Add(_base);
        command.Options.Add(_onto);
        command.Options.Add(_order.AcceptOnlyFromAmong("best", "fifo"));
        command.Options.Add(_acks);
        command.Options.Add(_json);
    }

    /// <summary>Null: it is not said.</summary>
    public WeaveOrder? Order(ParseResult arguments) => arguments.GetValue(_order) is { } name ? WeaveOrders.Parse(name) : null;

    public IReadOnlyList<string> Sources(ParseResult arguments) => arguments.GetValue(_sources) ?? [];

    public string? Base(ParseResult arguments) => arguments.GetValue(_base);

    public string? Onto(ParseResult arguments) => arguments.GetValue(_onto);

    public IReadOnlyList<string> Acks(ParseResult arguments) => arguments.GetValue(_acks) ?? [];

    public bool Json(ParseResult arguments) => arguments.GetValue(_json);
}
