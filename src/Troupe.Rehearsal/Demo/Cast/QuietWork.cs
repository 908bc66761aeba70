using Troupe.Core;

namespace Troupe.Rehearsal.Demo;

/// <summary>The roles that keep to themselves: every one has files of its own.</summary>
internal static class QuietWork
{
    public static IReadOnlyList<DemoRole> Roles { get; } =
    [
        Page("archivist", "🗄️", "Write down where the old logs are", "docs/weather/archive.md",
            "# Weather: archive\n\nLogs older than ten years lie in the attic of the old customs house.\n"),
        Page("bdd_specialist", "🥒", "Describe how a ship enters", "docs/pilots/scenarios.md",
            "# Pilots: scenarios\n\nGiven a ship at the outer buoy\nWhen a pilot is on board\nThen it may pass the breakwater\n"),
        new(PersonaId.Parse("curator"), "🎭", "Say first what the toolbox is good for",
            tree => tree.InsertAfter("README.md", "# Harbour\n", "\nFind out which ship goes where, and when, without a telephone.\n")),
        new(PersonaId.Parse("deps"), "📦", "Declare what the cargo ledger needs",
            tree => tree.InsertBefore("lib/cargo/ledger.sh", "\ncargo_ledger() {", "# needs: cargo/count\n")),
        new(PersonaId.Parse("herald"), "📯", "Announce the next version",
            tree => tree.Append("CHANGELOG.md", "- Berths are assigned, and the forecast is quicker.\n")),
        Page("lore", "📜", "Record why modules are shell functions", "docs/decisions/0001-shell-functions.md",
            "# 1. Modules are shell functions\n\nEvery machine in the harbour has a shell. Nothing has to be installed.\n"),
        new(PersonaId.Parse("maya"), "🙋", "Greet whoever reads about customs",
            tree => tree.Append("docs/customs/overview.md", "\n## New here?\n\nAsk at the blue door. Nobody was born with a tariff in hand.\n")),
        Page("meta", "🔮", "Note how the office works together", "docs/office/working-together.md",
            "# Working together\n\nOne change each, small enough to read before the coffee is cold.\n", commits: false),
        Page("oracle", "🧿", "Answer the questions of the week", "docs/office/answers.md",
            "# Answers\n\nWhy is the gauge three centimetres off? Because the pier sank, not because the sea rose.\n"),
        Page("scribe", "✍️", "Explain the handover of a watch", "docs/office/watch-handover.md",
            "# Handing over a watch\n\n1. Read the log aloud.\n2. Name what is still open.\n3. Only then hand over the radio.\n",
            commits: false, note: "The handover is written down now. Two pages on it contradict each other; I kept the younger one."),
        new(PersonaId.Parse("sentinel"), "🛡️", "Keep permits from being guessed",
            tree => tree.InsertAfter("lib/customs/permit.sh", "customs_permit() {\n", "    case ${1:-} in *[!A-Z0-9-]*) return 4 ;; esac\n")),
        new(PersonaId.Parse("streamliner"), "🌊", "Read the cargo table once",
            tree => tree.InsertAfter("lib/cargo/table.sh", "cargo_table() {\n", "    table=$(cat \"${TABLE:-/dev/null}\")\n")),
        Page("visionary", "🔭", "Propose a harbour without paper", "docs/rfc/0001-no-paper.md",
            "# RFC 1: a harbour without paper\n\nBy next spring no manifest is printed. The printer becomes a plant stand.\n",
            note: "RFC 1 proposes to give up paper. I would like your word on it before the next sprint."),
        new(PersonaId.Parse("warden"), "🔦", "Call the lamps of the breakwater beacons",
            tree => tree.RenameModule("lights", "lamp", "beacon")),
    ];

    private static DemoRole Page(
        string persona, string emoji, string task, string path, string text, bool commits = true, string? note = null) =>
        new(PersonaId.Parse(persona), emoji, task, tree => tree.Write(path, text), commits, note);
}
