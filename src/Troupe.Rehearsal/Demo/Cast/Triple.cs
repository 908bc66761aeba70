using Troupe.Core;

namespace Troupe.Rehearsal.Demo;

/// <summary>Three roles of which every two merge and all three do not, in whatever order: the weaver lands two of them.</summary>
internal static class Triple
{
    public static IReadOnlyList<DemoRole> Roles { get; } =
    [
        new(PersonaId.Parse("essentialist"), "💎", "Call the pilots' roster a rota", MakeItARota),
        new(PersonaId.Parse("janitor"), "🧹", "Call the ferries' crossings sailings", MakeThemSailings),
        new(PersonaId.Parse("shepherd"), "🧑‍🌾", "Write the day watches in one hand", TidyTheDay),
    ];

    private static void MakeItARota(WorkingTree tree)
    {
        DutyLists.Pilots.Rewrite(tree, Watch.Dawn);
        DutyLists.Ferries.Rewrite(tree, Watch.Dawn);
        DutyLists.Pilots.Rename(tree);
    }

    private static void MakeThemSailings(WorkingTree tree)
    {
        DutyLists.Pilots.Rewrite(tree, Watch.Night);
        DutyLists.Ferries.Rewrite(tree, Watch.Night);
        DutyLists.Ferries.Rename(tree);
    }

    private static void TidyTheDay(WorkingTree tree)
    {
        DutyLists.Pilots.Rewrite(tree, Watch.Day);
        DutyLists.Ferries.Rewrite(tree, Watch.Day);
    }
}
