using System.Diagnostics.CodeAnalysis;
using Troupe.Core;

namespace Troupe.Server.Mcp.Resources;

/// <summary><c>mail://inbox/PERSONA</c>.</summary>
internal static class InboxUri
{
    public const string Template = Prefix + "{persona}";
    private const string Prefix = "mail://inbox/";

    public static string Of(PersonaId persona) => Prefix + persona.Value;

    public static bool TryParse([NotNullWhen(true)] string? uri, out PersonaId persona)
    {
        persona = default;
        return uri?.StartsWith(Prefix, StringComparison.Ordinal) is true && PersonaId.TryParse(uri[Prefix.Length..], out persona);
    }
}
