using Troupe.Core;

namespace Troupe.Personas;

/// <summary>
/// The body of a prompt with its <c>{{ variable }}</c>s. What is put in is never looked at again, so that nothing
/// inside a value can become a variable. <c>{{ "text" }}</c> gives the text itself, for prompts that speak of braces.
/// </summary>
internal static class PromptTemplate
{
    private const string Open = "{{";
    private const string Close = "}}";

    /// <summary>Adds whatever could not be rendered.</summary>
    public static void Check(Persona persona, List<RosterProblem> problems) => Expand(persona, PromptVariables.Names, _ => "", problems);

    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidSettings"/>: one line per mistake.</exception>
    public static string Render(Persona persona, IReadOnlyDictionary<string, string> values)
    {
        List<RosterProblem> problems = [];
        var text = Expand(persona, PromptVariables.Names, name => values[name], problems);
        return problems.Count == 0 ? text : throw new TroupeException(ErrorCode.InvalidSettings, string.Join('\n', problems));
    }

    private static string Expand(
        Persona persona, IReadOnlyList<string> known, Func<string, string> value, List<RosterProblem> problems)
    {
        var body = persona.Body;
        var text = new System.Text.StringBuilder(body.Length);
        var at = 0;
        while (NextBrace(body, at) is var start and >= 0)
        {
            text.Append(body, at, start - at);
            var line = persona.BodyLine + body.AsSpan(0, start).Count('\n');
            if (Expression(body, start) is not { } expression)
            {
                problems.Add(new RosterProblem(persona.File, line, Unreadable(body, start)));
                at = start + 2;
                continue;
            }

            at = start + expression.Length;
            if (Literal(expression) is { } literal)
            {
                text.Append(literal);
            }
            else if (Name(expression) is var name && known.Contains(name, StringComparer.Ordinal))
            {
                text.Append(value(name));
            }
            else
            {
                problems.Add(new RosterProblem(
                    persona.File, line, $"unknown variable '{Printable.Escape(name)}'{Suggestion.Hint(name, known)}"));
            }
        }

        return text.Append(body, at, body.Length - at).ToString();
    }

    private static int NextBrace(string body, int from)
    {
        for (var at = body.IndexOf('{', from); at >= 0 && at + 1 < body.Length; at = body.IndexOf('{', at + 1))
        {
            if (body[at + 1] is '{' or '%' or '#')
            {
                return at;
            }
        }

        return -1;
    }

    // The whole of {{ … }} on one line; a literal may hold braces of its own.
    private static string? Expression(string body, int start)
    {
        if (body[start + 1] != '{')
        {
            return null;
        }

        var lineEnd = body.IndexOf('\n', start);
        var line = body.AsSpan(start, (lineEnd < 0 ? body.Length : lineEnd) - start);
        var inner = line[Open.Length..].TrimStart();
        var from = Open.Length;
        if (!inner.IsEmpty && inner[0] is '"' or '\'')
        {
            var opening = line.Length - inner.Length;
            var closing = line[(opening + 1)..].IndexOf(inner[0]);
            from = closing < 0 ? line.Length : opening + closing + 2;
        }

        var end = line[from..].IndexOf(Close, StringComparison.Ordinal);
        return end < 0 ? null : line[..(from + end + Close.Length)].ToString();
    }

    private static string Name(string expression) => expression[Open.Length..^Close.Length].Trim();

    private static string? Literal(string expression)
    {
        var inner = Name(expression);
        return inner.Length >= 2 && inner[0] is '"' or '\'' && inner[^1] == inner[0] && inner.IndexOf(inner[0], 1) == inner.Length - 1
            ? inner[1..^1]
            : null;
    }

    private static string Unreadable(string body, int start) => body[start + 1] == '{'
        ? "'{{' without '}}' on the same line; to write the braces themselves use {{ \"{{\" }}."
        : $"'{body.AsSpan(start, 2)}' is no variable, and a prompt knows nothing else; to write it as it is use {{{{ \"{body.AsSpan(start, 2)}\" }}}}.";
}
