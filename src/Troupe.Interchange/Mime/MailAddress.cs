using MimeKit;

namespace Troupe.Interchange;

/// <summary>
/// Personas and groups as mail addresses: <c>curator@team</c>, <c>all@groups.team</c>. Addresses of other domains stay as they
/// are: whoever imports says who they are here.
/// </summary>
internal static class MailAddress
{
    private const string Domain = "@team";
    private const string GroupDomain = "@groups.team";

    public static string Write(string name) =>
        name.StartsWith('@') ? name[1..] + GroupDomain
        : name.Contains('@', StringComparison.Ordinal) ? name
        : name + Domain;

    public static string Read(string address) =>
        address.EndsWith(GroupDomain, StringComparison.Ordinal) ? "@" + address[..^GroupDomain.Length]
        : address.EndsWith(Domain, StringComparison.Ordinal) ? address[..^Domain.Length]
        : address;

    public static MailboxAddress ToMime(string name) => new(name, Write(name));

    /// <summary>All of a header's addresses, those in groups too, each once.</summary>
    public static IReadOnlyList<string> Read(InternetAddressList? addresses) =>
        addresses is null ? [] : [.. addresses.Mailboxes.Select(one => Read(one.Address)).Where(one => one.Length > 0).Distinct(StringComparer.Ordinal)];
}
