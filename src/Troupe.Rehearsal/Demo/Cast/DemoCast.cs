using Troupe.Core;

namespace Troupe.Rehearsal.Demo;

/// <summary>The 23 personas of the demo, in the order of their ids, which is the order in which they are woven.</summary>
internal static class DemoCast
{
    public static IReadOnlyList<DemoRole> Roles { get; } = [.. Rivalries.Roles.Concat(QuietWork.Roles).OrderBy(role => role.Persona)];

    public static bool TryFind(PersonaId persona, out DemoRole role)
    {
        role = Roles.FirstOrDefault(one => one.Persona == persona)!;
        return role is not null;
    }
}
