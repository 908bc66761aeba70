using System.Text.Json;
using System.Text.Json.Nodes;
using Troupe.Cli.Sprints;
using Troupe.Core;
using Troupe.Engine;
using Troupe.Shell;
using Troupe.Sprints;

namespace Troupe.Cli.Weave;

/// <summary>What <c>weave explain</c> says of a patch that a sprint holds.</summary>
internal static class HeldExplanation
{
    /// <summary>Null: there is no team here, or no sprint ever held such a patch.</summary>
    public static async Task<HeldChoice?> TryFindAsync(CliContext context, string name, CancellationToken cancellationToken)
    {
        if (!TeamHome.TryFind(context.WorkingDirectory, context.Environment, out _))
        {
            return null;
        }

        var desk = new SprintDesk(context);
        return HeldChoice.TryFind(await desk.ReadAsync(await desk.OpenAsync(cancellationToken), cancellationToken), name);
    }

    public static string Text(HeldChoice choice) =>
        $"# Sprint {choice.Sprint.Number}, {choice.Held.Event.Session.Persona}: {Headline(choice)}\n\n{HeldReport.Of(choice.Held.Event, choice.Held.Commit).TrimEnd()}";

    public static JsonObject Json(HeldChoice choice)
    {
        var json = new JsonObject { ["schemaVersion"] = 1, ["outcome"] = "Held" };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(HeldEntry.Of(choice), HeldOutputJson.Default.HeldEntry)!.AsObject())
        {
            json[name] = value?.DeepClone();
        }

        return json;
    }

    private static string Headline(HeldChoice choice) => choice.Held.Answer switch
    {
        PatchAcked acked => $"{Printable.Escape(acked.By)} agreed ({HeldEntry.Word(choice)})",
        PatchDeclined declined => $"{Printable.Escape(declined.By)} rejected it: {Printable.Escape(declined.Reason)}",
        _ => choice.Standing == HeldStanding.Waiting ? "waits for a human" : "waited for a human; its persona has run again",
    };
}
