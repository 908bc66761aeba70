using System.Text.Json;
using Troupe.Core;

namespace Troupe.Sprints;

/// <summary>Events as payloads of log records, and back. The same event always gives the same bytes.</summary>
public static class SprintEventCodec
{
    /// <summary>One JSON object, without the record's own members.</summary>
    public static byte[] Encode(SprintEvent happened) => happened switch
    {
        SprintStarted e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.SprintStarted),
        TickStarted e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.TickStarted),
        SessionRequested e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.SessionRequested),
        SessionStarted e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.SessionStarted),
        SessionObserved e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.SessionObserved),
        SessionEnded e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.SessionEnded),
        PatchCaptured e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.PatchCaptured),
        WeaveStarted e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.WeaveStarted),
        PatchLanded e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.PatchLanded),
        PatchConflicted e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.PatchConflicted),
        PatchRejected e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.PatchRejected),
        PatchHeld e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.PatchHeld),
        VerificationRan e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.VerificationRan),
        LandingPublished e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.LandingPublished),
        MailPosted e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.MailPosted),
        ReworkRequested e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.ReworkRequested),
        PersonaSkipped e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.PersonaSkipped),
        SprintPaused e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.SprintPaused),
        HumanNotified e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.HumanNotified),
        ModeFellBack e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.ModeFellBack),
        BudgetReached e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.BudgetReached),
        TickEnded e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.TickEnded),
        SprintEnded e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.SprintEnded),
        CommandIntended e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.CommandIntended),
        CommandDone e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.CommandDone),
        CommandFailed e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.CommandFailed),
        WeaveDropped e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.WeaveDropped),
        PatchAcked e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.PatchAcked),
        PatchDeclined e => JsonSerializer.SerializeToUtf8Bytes(e, SprintEventJson.Default.PatchDeclined),
        _ => throw new InvalidOperationException($"{happened.GetType().Name} is not in the codec."),
    };

    /// <summary>Reads a payload, or a whole record: members that an event does not know are passed over.</summary>
    /// <exception cref="TroupeException">The kind is unknown, or a member is missing or makes no sense.</exception>
    public static SprintEvent Decode(string kind, ReadOnlySpan<byte> json)
    {
        try
        {
            RequireWholeLists(json);
            return Read(kind, json) ?? throw new JsonException("it is null");
        }
        catch (JsonException failure)
        {
            throw new TroupeException(
                ErrorCode.Storage,
                $"A '{Printable.Escape(kind)}' record of the sprint log cannot be read: {failure.Message} Check the log with 'troupe doctor'.",
                failure);
        }
    }

    /// <summary>No list of an event has holes; the deserializer looks at the members themselves only.</summary>
    private static void RequireWholeLists(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json);
        var inList = false;
        while (reader.Read())
        {
            inList = reader.CurrentDepth == 1 ? reader.TokenType == JsonTokenType.StartArray : inList;
            if (inList && reader is { TokenType: JsonTokenType.Null, CurrentDepth: 2 })
            {
                throw new JsonException("a list holds null");
            }
        }
    }

    private static SprintEvent? Read(string kind, ReadOnlySpan<byte> json) => kind switch
    {
        "sprint_started" => JsonSerializer.Deserialize(json, SprintEventJson.Default.SprintStarted),
        "tick_started" => JsonSerializer.Deserialize(json, SprintEventJson.Default.TickStarted),
        "session_requested" => JsonSerializer.Deserialize(json, SprintEventJson.Default.SessionRequested),
        "session_started" => JsonSerializer.Deserialize(json, SprintEventJson.Default.SessionStarted),
        "session_observed" => JsonSerializer.Deserialize(json, SprintEventJson.Default.SessionObserved),
        "session_ended" => JsonSerializer.Deserialize(json, SprintEventJson.Default.SessionEnded),
        "patch_captured" => JsonSerializer.Deserialize(json, SprintEventJson.Default.PatchCaptured),
        "weave_started" => JsonSerializer.Deserialize(json, SprintEventJson.Default.WeaveStarted),
        "patch_landed" => JsonSerializer.Deserialize(json, SprintEventJson.Default.PatchLanded),
        "patch_conflicted" => JsonSerializer.Deserialize(json, SprintEventJson.Default.PatchConflicted),
        "patch_rejected" => JsonSerializer.Deserialize(json, SprintEventJson.Default.PatchRejected),
        "patch_held" => JsonSerializer.Deserialize(json, SprintEventJson.Default.PatchHeld),
        "verification_ran" => JsonSerializer.Deserialize(json, SprintEventJson.Default.VerificationRan),
        "landing_published" => JsonSerializer.Deserialize(json, SprintEventJson.Default.LandingPublished),
        "mail_posted" => JsonSerializer.Deserialize(json, SprintEventJson.Default.MailPosted),
        "rework_requested" => JsonSerializer.Deserialize(json, SprintEventJson.Default.ReworkRequested),
        "persona_skipped" => JsonSerializer.Deserialize(json, SprintEventJson.Default.PersonaSkipped),
        "sprint_paused" => JsonSerializer.Deserialize(json, SprintEventJson.Default.SprintPaused),
        "human_notified" => JsonSerializer.Deserialize(json, SprintEventJson.Default.HumanNotified),
        "mode_fell_back" => JsonSerializer.Deserialize(json, SprintEventJson.Default.ModeFellBack),
        "budget_reached" => JsonSerializer.Deserialize(json, SprintEventJson.Default.BudgetReached),
        "tick_ended" => JsonSerializer.Deserialize(json, SprintEventJson.Default.TickEnded),
        "sprint_ended" => JsonSerializer.Deserialize(json, SprintEventJson.Default.SprintEnded),
        "command_intended" => JsonSerializer.Deserialize(json, SprintEventJson.Default.CommandIntended),
        "command_done" => JsonSerializer.Deserialize(json, SprintEventJson.Default.CommandDone),
        "command_failed" => JsonSerializer.Deserialize(json, SprintEventJson.Default.CommandFailed),
        "weave_dropped" => JsonSerializer.Deserialize(json, SprintEventJson.Default.WeaveDropped),
        "patch_acked" => JsonSerializer.Deserialize(json, SprintEventJson.Default.PatchAcked),
        "patch_declined" => JsonSerializer.Deserialize(json, SprintEventJson.Default.PatchDeclined),
        _ => throw new TroupeException(
            ErrorCode.Storage,
            $"The sprint log holds a '{Printable.Escape(kind)}' record, which this version does not know: use the version that wrote it, or a later one."),
    };
}
