using Troupe.Core;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>
/// Who the people of a source are here: what the user said first, then a persona or group of the same name. Whoever is still unknown is
/// remembered, so that one error can name them all.
/// </summary>
internal sealed class PersonMapping(IReadOnlyDictionary<string, PersonaId> named, PersonaId? everybodyElse, AddressBook addresses)
{
    private const string Anybody = "*";
    private readonly SortedDictionary<string, int> _unknown = new(StringComparer.Ordinal);

    /// <summary>Who could not be found, and how often.</summary>
    public IReadOnlyDictionary<string, int> Unknown => _unknown;

    /// <param name="pairs"><c>OLD=NEW</c>; <c>*=NEW</c> is for everybody who is unknown.</param>
    /// <exception cref="TroupeException">Another form, or a persona that does not exist.</exception>
    public static PersonMapping Parse(IEnumerable<string> pairs, AddressBook addresses)
    {
        var named = new Dictionary<string, PersonaId>(StringComparer.OrdinalIgnoreCase);
        PersonaId? everybodyElse = null;
        foreach (var pair in pairs)
        {
            var equals = pair.LastIndexOf('=');
            if (equals <= 0 || !Mail.Address.TryParse(pair[(equals + 1)..].Trim(), out var to) || to.IsGroup)
            {
                throw new TroupeException(
                    ErrorCode.InvalidArgument, $"'{Printable.Escape(pair)}' maps nobody: write OLD=PERSONA, for example ann@example.org=curator, or '*=lead'.");
            }

            var (old, persona) = (pair[..equals].Trim(), addresses.Require(to.Name));
            if (old == Anybody)
            {
                everybodyElse = persona;
            }
            else
            {
                named[old] = persona;
            }
        }

        return new PersonMapping(named, everybodyElse, addresses);
    }

    /// <summary>Who a mailbox or a sender is; null when nobody is.</summary>
    public PersonaId? Person(string name) => Find(name) ?? Missing(name);

    /// <summary>Like <see cref="Person"/>, for a name that may well be no one's.</summary>
    public PersonaId? TryPerson(string name) =>
        named.TryGetValue(name, out var persona) ? persona : Mail.Address.TryParse(name, out var address) && !address.IsGroup && addresses.Knows(address.Name) ? address.Name : null;

    /// <summary>An address as it was written. A group stays one: whom it reached is told by the recipients.</summary>
    public Address? Address(string name, bool groupsAreKnown)
    {
        if (Mail.Address.TryParse(name, out var address) && address.IsGroup && !named.ContainsKey(name) && groupsAreKnown)
        {
            return address;
        }

        return Person(name) is { } persona ? Mail.Address.Of(persona) : null;
    }

    private PersonaId? Find(string name) => TryPerson(name) ?? everybodyElse;

    private PersonaId? Missing(string name)
    {
        _unknown[name] = _unknown.GetValueOrDefault(name) + 1;
        return null;
    }
}
