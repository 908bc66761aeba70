namespace Troupe.Rehearsal.Demo;

/// <summary>The vocabulary that the harbour's files are written with.</summary>
internal static class HarbourWords
{
    public static IReadOnlyList<string> Areas { get; } =
        ["berths", "cargo", "customs", "dredging", "ferries", "lights", "pilots", "signals", "tides", "weather"];

    /// <summary>One module of each name in every area.</summary>
    public static IReadOnlyList<string> Modules { get; } =
    [
        "alarm", "chart", "count", "gauge", "ledger", "log", "notice", "order", "permit", "plan",
        "queue", "record", "report", "shift", "survey", "table", "tariff", "watch",
    ];

    /// <summary>One page of each name in every area.</summary>
    public static IReadOnlyList<string> Pages { get; } = ["daily", "emergencies", "faults", "glossary", "handover", "overview", "winter"];

    public static IReadOnlyList<string> Nouns { get; } =
    [
        "anchor", "barge", "beacon", "bollard", "buoy", "cable", "channel", "crane", "draught", "engine", "fender", "freight",
        "hatch", "hull", "jetty", "keel", "lock", "manifest", "mast", "mooring", "pallet", "pier", "quay", "rudder",
        "sluice", "swell", "tanker", "trawler", "tug", "winch",
    ];

    public static IReadOnlyList<string> Adjectives { get; } =
    [
        "ashore", "brisk", "calm", "deep", "early", "empty", "foggy", "heavy", "inbound", "late", "light", "loaded",
        "narrow", "northern", "outbound", "quiet", "rough", "sealed", "shallow", "southern", "spare", "steady", "urgent", "vacant",
    ];

    public static IReadOnlyList<string> Verbs { get; } =
    [
        "announce", "check", "clear", "close", "count", "delay", "enter", "fasten", "guide", "hoist", "inspect", "list",
        "log", "lower", "measure", "move", "open", "order", "release", "secure", "signal", "sort", "tow", "weigh",
    ];
}
