using System.Text;
using Troupe.Core;

namespace Troupe.Personas;

/// <summary>The facts of the sprint, and where the others work.</summary>
internal static class SprintSection
{
    public static string Render(Persona persona, PromptContext context)
    {
        var text = new StringBuilder();
        text.Append("## This sprint\n\n");
        text.Append($"- Sprint {context.Sprint}, {context.Mode} mode, attempt {context.Attempt} of {context.MaxAttempts}.\n");
        text.Append($"- You start from commit `{context.Base}`. Stay on it: do not fetch, pull, merge or rebase.\n");
        if (persona.Scope.Count > 0)
        {
            text.Append($"- You usually work in {Paths(persona.Scope)}.\n");
        }

        if (context.Others.Count == 0)
        {
            return text.Append("- Nobody else works at the same time.\n").ToString();
        }

        text.Append("- These work at the same time, from the same commit. Two changes to the same lines cannot both land:\n");
        text.Append("  keep to your own subject, and leave alone what is clearly theirs.\n");
        foreach (var other in context.Others)
        {
            var where = other.Scope.Count == 0 ? "" : $" (usually in {Paths(other.Scope)})";
            text.Append($"  - `{other.Id}`: {Printable.Escape(other.Description)}{where}\n");
        }

        return text.ToString();
    }

    private static string Paths(IEnumerable<string> scope) => string.Join(", ", scope.Select(path => $"`{Printable.Escape(path)}`"));
}
