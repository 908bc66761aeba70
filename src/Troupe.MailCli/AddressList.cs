using Troupe.Mail;

namespace Troupe.MailCli;

/// <summary>
/// Addresses as people write them: several options, several words, or one list with commas. A '-' among them means standard
/// input, see <see cref="BodySource"/>.
/// </summary>
internal static class AddressList
{
    public static IReadOnlyList<Address> Parse(IEnumerable<string>? given) =>
    [
        .. (given ?? [])
            .SelectMany(text => text.Split(',', StringSplitOptions.TrimEntries))
            .Where(text => text != "-")
            .Select(Address.Parse),
    ];
}
