namespace Troupe.Agents;

/// <summary>Paths of a checkout that are never part of a patch: state of the troupe, not work of the persona.</summary>
internal static class NeverPatched
{
    public const string Outbox = ".team/outbox";

    private static readonly string[] Always = [".team/mail", ".team/sprints", Outbox, ".troupe"];

    public static IReadOnlyList<string> Paths(SessionOrder order) =>
    [
        .. Always,
        .. order.Files.Select(file => file.Path)
            .Where(path => !Always.Any(folder => path.StartsWith(folder + "/", StringComparison.Ordinal))),
    ];
}
