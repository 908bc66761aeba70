using Troupe.Core;

namespace Troupe.Rehearsal.Demo;

/// <summary>
/// The roles that meet: the first of each group lands, the last one conflicts and does its job again on what it finds.
/// No two of these second attempts touch the same file.
/// </summary>
internal static class Rivalries
{
    private const string AssignPath = "lib/berths/assign.sh";

    public static IReadOnlyList<DemoRole> Roles { get; } =
    [
        // Content: both rewrite the same two lines.
        new(PersonaId.Parse("artisan"), "🎨", "Name the parts of the tide forecast", NameForecastParts),
        new(PersonaId.Parse("bolt"), "⚡", "Compute the tide forecast once per port", CacheForecast, Commits: false),

        // Add/add: both write a module of the same name.
        new(PersonaId.Parse("builder"), "🏗️", "Assign berths by the ship's draught", AssignByDraught),
        new(PersonaId.Parse("forge"), "🔨", "Assign berths by the ship's cargo", AssignByCargo),

        // Modify/delete: one removes the telex, the other hardens it.
        new(PersonaId.Parse("absolutist"), "🗑️", "Remove the telex", tree => tree.RemoveModule("signals", "telex")),
        new(PersonaId.Parse("sapper"), "💣", "Fail when the ship list cannot be sent", RefuseToSendInVain, Commits: false),

        .. Triple.Roles,
    ];

    private static void NameForecastParts(WorkingTree tree) => tree.Replace(
        HarbourLandmarks.Forecast,
        HarbourLandmarks.ForecastCore,
        "    half_range=$((spring_range / 2))\n    high_water=$((mean_level + half_range))\n"
        + "    printf '%s: high water at %s cm\\n' \"$port\" \"$high_water\"\n");

    private static void CacheForecast(WorkingTree tree)
    {
        const string Path = HarbourLandmarks.Forecast;
        if (tree.Holds(Path, HarbourLandmarks.ForecastCore))
        {
            tree.Replace(
                Path,
                HarbourLandmarks.ForecastCore,
                "    : \"${high_water:=$((mean_level + spring_range / 2))}\"\n    printf '%s high water %s (kept)\\n' \"$port\" \"$high_water\"\n");
        }
        else
        {
            // Somebody has rewritten these lines: keep the answer in front of them instead.
            tree.InsertAfter(
                Path, "tides_forecast() {\n", "    [ \"${1:-harbour}\" != \"${forecast_port:-}\" ] || return 0\n    forecast_port=${1:-harbour}\n");
        }
    }

    private static void AssignByDraught(WorkingTree tree) => tree.AddModule(new HarbourModule(
        "berths", "assign", "the shallowest berth that is deep enough", ["berths/table"],
        [
            "    draught=${1:?the draught in decimetres}",
            "    while read -r berth depth; do",
            "        [ \"$depth\" -gt \"$draught\" ] || continue",
            "        echo \"$berth\"",
            "        return 0",
            "    done",
            "    return 1",
        ]));

    private static void AssignByCargo(WorkingTree tree)
    {
        if (tree.Exists(AssignPath) && !tree.Holds(AssignPath, "kind=${1:"))
        {
            // There is such a module by now: it learns the second rule.
            tree.InsertBefore(
                AssignPath, "\n# end of berths/assign\n",
                "\nberths_assign_by_cargo() {\n    grep -e \"^${1:-general} \" | head -n 1 | cut -d ' ' -f 2\n}\n");
            return;
        }

        tree.AddModule(new HarbourModule(
            "berths", "assign", "the first free berth for a kind of cargo", ["cargo/table"],
            [
                "    kind=${1:?the kind of cargo}",
                "    grep -e \"^$kind \" | sort -k 2 | head -n 1 | cut -d ' ' -f 2",
            ]));
    }

    private static void RefuseToSendInVain(WorkingTree tree)
    {
        if (tree.Exists(HarbourLandmarks.Telex))
        {
            tree.InsertAfter(HarbourLandmarks.Telex, "    line=${1:?which line}\n", "    [ -w \"$line\" ] || { echo \"cannot write to $line\" >&2; return 3; }\n");
        }
        else
        {
            // The list goes out by radio now.
            tree.InsertAfter(HarbourLandmarks.Radio, "    channel=${2:-12}\n", "    [ \"$channel\" -gt 0 ] || { echo \"no channel $channel\" >&2; return 3; }\n");
        }
    }
}
