namespace Troupe.Personas;

/// <summary>What a prompt may write as <c>{{ name }}</c>.</summary>
public static class PromptVariables
{
    /// <summary>In the order of the reference.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["id", "emoji", "description", "sprint", "base", "mode", "attempt", "max_attempts", "others"];

    internal static IReadOnlyDictionary<string, string> Of(Persona persona, PromptContext context) =>
        new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["id"] = persona.Id.Value,
            ["emoji"] = persona.Emoji,
            ["description"] = persona.Description,
            ["sprint"] = context.Sprint.ToString(),
            ["base"] = context.Base.Value,
            ["mode"] = context.Mode,
            ["attempt"] = context.Attempt.ToString(),
            ["max_attempts"] = context.MaxAttempts.ToString(),
            ["others"] = string.Join(", ", context.Others.Select(other => other.Id.Value)),
        };
}
