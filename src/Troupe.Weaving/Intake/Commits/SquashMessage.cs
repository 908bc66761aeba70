namespace Troupe.Weaving;

/// <summary>One message for several commits that land as one. Pure.</summary>
internal static class SquashMessage
{
    /// <param name="messages">Two or more, the oldest first.</param>
    public static string Of(IReadOnlyList<string> messages)
    {
        var subjects = messages.Select(message => message.TrimStart('\n').Split('\n', 2)[0].Trim()).ToList();
        return $"{subjects[^1]}\n\n{string.Join('\n', subjects.Select(subject => $"* {subject}"))}";
    }
}
