using Troupe.Core;

namespace Troupe.Mail;

/// <summary>
/// Whose unread mail a retention keeps: that of everybody, or of those only who are in the team. A folder without any persona
/// is a team that cannot be seen from here (another branch, a fresh clone), and no team that everybody has left.
/// </summary>
/// <param name="team">Who is in the team now.</param>
/// <param name="onlyTeam">Whether the unread mail of others is dropped.</param>
internal sealed class RetentionReaders(AddressBook team, bool onlyTeam)
{
    private readonly bool _isVisible = team.Everybody().Any(persona => persona != PersonaId.Lead);

    public bool AreHere(PersonaId persona) => !_isVisible || team.Knows(persona);

    /// <summary>Whether what the persona has not read is kept.</summary>
    public bool Count(PersonaId persona) => !onlyTeam || AreHere(persona);
}
