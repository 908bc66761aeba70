using Troupe.Core;

namespace Troupe.Mail;

/// <summary>
/// Who can get mail: every persona that has a folder, the lead and the Weaver. Looks at folder names only and at as few
/// as the question needs, since every <c>send</c> of a cold process passes through here; a group that is not everybody is looked
/// up in the personas' own files.
/// </summary>
public sealed class AddressBook(string personasFolder)
{
    private const string Everyone = "all";
    private readonly GroupMembers _groups = new(personasFolder);

    public bool Knows(PersonaId persona) =>
        persona == PersonaId.Lead || persona == PersonaId.Weaver || Directory.Exists(Path.Combine(personasFolder, persona.Value));

    /// <summary>The personas with a folder and the lead, by name.</summary>
    public IReadOnlyList<PersonaId> Everybody()
    {
        var personas = new SortedSet<PersonaId> { PersonaId.Lead };
        if (Directory.Exists(personasFolder))
        {
            foreach (var folder in Directory.EnumerateDirectories(personasFolder))
            {
                if (PersonaId.TryParse(Path.GetFileName(folder), out var persona))
                {
                    personas.Add(persona);
                }
            }
        }

        return [.. personas];
    }

    /// <summary>A persona that must exist.</summary>
    /// <exception cref="TroupeException">Nobody has that name; the nearest name is suggested.</exception>
    public PersonaId Require(PersonaId persona) => Knows(persona) ? persona : throw Unknown($"persona '{persona}'", persona.Value);

    /// <summary>The mailboxes behind the addresses, each once, in the order they were named.</summary>
    /// <exception cref="TroupeException">An address leads nowhere, or all of them together lead to nobody.</exception>
    public IReadOnlyList<PersonaId> Resolve(IEnumerable<Address> addresses, PersonaId sender)
    {
        var recipients = new List<PersonaId>();
        foreach (var persona in addresses.SelectMany(address => MailboxesOf(address, sender)))
        {
            if (!recipients.Contains(persona))
            {
                recipients.Add(persona);
            }
        }

        return recipients.Count > 0
            ? recipients
            : throw new TroupeException(
                ErrorCode.InvalidArgument, "The message would reach nobody: name somebody besides the sender (--to ID).");
    }

    private IEnumerable<PersonaId> MailboxesOf(Address address, PersonaId sender)
    {
        if (address.IsGroup)
        {
            return MembersOf(address).Where(persona => persona != sender);
        }

        // What is written to the engine is read by the lead, who would not mail himself a copy.
        return address.Name == PersonaId.Weaver && sender != PersonaId.Lead
            ? [PersonaId.Weaver, PersonaId.Lead]
            : [Require(address.Name)];
    }

    private IReadOnlyList<PersonaId> MembersOf(Address group)
    {
        if (group.Name.Value == Everyone)
        {
            return Everybody();
        }

        var groups = _groups.Read(Everybody());
        return groups.TryGetValue(group.Name.Value, out var members)
            ? members
            : throw Unknown($"group '{group}'", group.ToString(), groups.Keys.Select(name => $"@{name}"));
    }

    private TroupeException Unknown(string what, string given, params IEnumerable<string> groups)
    {
        var names = Everybody().Select(persona => persona.Value).Append(PersonaId.Weaver.Value).Append($"@{Everyone}").Concat(groups);
        var hint = Suggestion.Closest(given, names) is { } closest ? $" Did you mean '{closest}'?" : "";
        return new TroupeException(
            ErrorCode.NotFound,
            $"There is no {what}.{hint} Personas are the folders in {Printable.Escape(personasFolder)}; 'groups' in their prompt.md says who is in a group.");
    }
}
