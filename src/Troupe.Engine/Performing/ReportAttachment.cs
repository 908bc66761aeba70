using System.Text;
using System.Text.Json.Nodes;
using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;
using Troupe.Sprints;
using Troupe.Weaving;

namespace Troupe.Engine;

/// <summary>The report for programs that goes with a report for people (docs/specs/weave.md, "Reports").</summary>
internal sealed class ReportAttachment(Workplace workplace)
{
    private const string Name = "report.json";

    /// <summary>With what only the engine knows: how many attempts are left. Null: the report is none on a conflict.</summary>
    public async Task<Attachment?> StoreAsync(SendReport command, CancellationToken cancellationToken)
    {
        if (command.About is not PatchConflicted { Report: { } report })
        {
            return null;
        }

        var dossier = await Dossier.ReadAsync(workplace.Blobs, report, cancellationToken);
        if (dossier.Files.FirstOrDefault(file => file.Path == ReworkKit.ReportFile) is not { } file)
        {
            return null;
        }

        await using var content = await workplace.Blobs.OpenAsync(Sha256.Parse(file.Sha256), cancellationToken);
        var json = WithoutSecrets((await JsonNode.ParseAsync(content, cancellationToken: cancellationToken))!)!.AsObject();
        json["attemptsLeft"] = command.AttemptsLeft;
        var bytes = Encoding.UTF8.GetBytes(json.ToJsonString());
        if (bytes.Length > AttachmentStore.Largest)
        {
            return null;
        }

        using var stream = new MemoryStream(bytes);
        return await workplace.PostOffice.Attachments.StoreAsync(Name, stream, SecretHandling.Allow, cancellationToken);
    }

    // Text by text: in the JSON as a whole a secret could seem to go on beyond the end of its string.
    private static JsonNode? WithoutSecrets(JsonNode? node) => node switch
    {
        JsonObject members => new JsonObject(members.Select(member => KeyValuePair.Create(member.Key, WithoutSecrets(member.Value)))),
        JsonArray items => new JsonArray([.. items.Select(WithoutSecrets)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(SecretRule.Redact(text)),
        _ => node?.DeepClone(),
    };
}
