using System.CommandLine;
using Troupe.Mail;

namespace Troupe.MailCli;

/// <summary>The options that <c>send</c> and <c>reply</c> share.</summary>
internal sealed class EnvelopeOptions
{
    public Option<string[]> Cc { get; } = new("--cc")
    {
        Description = "Who gets a copy",
        HelpName = "ID",
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<string?> _type = new("--type", "-t")
    {
        Description = string.Join(", ", MessageTypes.All) + " (default: note)",
        HelpName = "TYPE",
    };

    private readonly Option<string?> _priority = new("--priority") { Description = "low, normal, high or urgent", HelpName = "PRIORITY" };
    private readonly Option<bool> _ack = new("--ack") { Description = "Ask the recipients to acknowledge it" };

    private readonly Option<string[]> _tags = new("--tag") { Description = "A tag that the message arrives with", HelpName = "TAG" };

    private readonly Option<string?> _key = new("--dedup-key")
    {
        Description = "Send once: the same key to the same recipient again changes nothing",
        HelpName = "KEY",
    };

    private readonly Option<string[]> _attach = new("--attach", "-a")
    {
        Description = $"A file (at most {AttachmentStore.Largest / (1024 * 1024)} MiB), or a link that begins with http:// or https://",
        HelpName = "FILE|URL",
    };

    private readonly Option<bool> _allowSecret = new("--allow-secret") { Description = "Send what looks like a password or key, since it is none" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { Cc, _type, _priority, _ack, _tags, _attach, _key, _allowSecret })
        {
            command.Options.Add(option);
        }
    }

    public Draft Apply(ParseResult arguments, Draft draft) => draft with
    {
        Cc = AddressList.Parse(arguments.GetValue(Cc)),
        Type = arguments.GetValue(_type) is { } type ? MessageTypes.Parse(type) : draft.Type,
        Priority = arguments.GetValue(_priority) is { } priority ? Priorities.Parse(priority) : draft.Priority,
        AckRequired = arguments.GetValue(_ack),
        Tags = arguments.GetValue(_tags) ?? [],
        DedupKey = arguments.GetValue(_key),
        Secrets = arguments.GetValue(_allowSecret) ? SecretHandling.Allow : SecretHandling.Refuse,
    };

    /// <summary>What is to go with the message, as it was named.</summary>
    public IReadOnlyList<string> Attached(ParseResult arguments) => arguments.GetValue(_attach) ?? [];
}
