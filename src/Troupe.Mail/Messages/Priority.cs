namespace Troupe.Mail;

/// <summary>How soon a message wants to be read. Closed; persisted by the names in <see cref="Priorities"/>.</summary>
public enum Priority
{
    Low,
    Normal,
    High,
    Urgent,
}
