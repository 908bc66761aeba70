using System.Diagnostics.CodeAnalysis;
using Troupe.Core;

namespace Troupe.Mail;

/// <summary>
/// Where a message goes: a persona's mailbox, or a group (<c>@all</c>). <c>curator@team</c> is <c>curator</c>,
/// <c>human</c> is <c>lead</c>. Ids of another form are refused, never sanitised.
/// </summary>
public readonly record struct Address
{
    private const string Domain = "@team";
    private const string HumanAlias = "human";

    private readonly PersonaId _name;

    private Address(PersonaId name, bool isGroup)
    {
        _name = name;
        IsGroup = isGroup;
    }

    public bool IsGroup { get; }

    /// <summary>The persona's id, or the group's name without its <c>@</c>.</summary>
    public PersonaId Name => _name;

    public static Address Of(PersonaId persona) => new(persona, isGroup: false);

    public static Address Parse(string text) => TryParse(text, out var address)
        ? address
        : throw new TroupeException(
            ErrorCode.InvalidArgument,
            $"'{Printable.Escape(text)}' is not an address: write a persona id (a lower-case letter, then at most 63 of a-z, 0-9, '_' and '-'), "
            + "'lead', 'weaver' or '@all'.");

    public static bool TryParse([NotNullWhen(true)] string? text, out Address address)
    {
        address = default;
        if (text is null)
        {
            return false;
        }

        var isGroup = text.StartsWith('@');
        var name = isGroup ? text[1..] : text.EndsWith(Domain, StringComparison.Ordinal) ? text[..^Domain.Length] : text;
        if (!PersonaId.TryParse(name, out var id))
        {
            return false;
        }

        address = new Address(!isGroup && name == HumanAlias ? PersonaId.Lead : id, isGroup);
        return true;
    }

    public override string ToString() => IsGroup ? $"@{_name}" : _name.ToString();
}
