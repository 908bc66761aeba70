using System.Text.Json.Serialization;

namespace Troupe.Sprints;

/// <summary>The JSON of the events' payloads: snake_case members, names for enums, nothing for what is null.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true,
    RespectNullableAnnotations = true,
    Converters =
    [
        typeof(PersonaIdConverter),
        typeof(SessionIdConverter),
        typeof(CommitIdConverter),
        typeof(TreeIdConverter),
        typeof(PatchIdConverter),
    ])]
[JsonSerializable(typeof(SprintStarted))]
[JsonSerializable(typeof(TickStarted))]
[JsonSerializable(typeof(SessionRequested))]
[JsonSerializable(typeof(SessionStarted))]
[JsonSerializable(typeof(SessionObserved))]
[JsonSerializable(typeof(SessionEnded))]
[JsonSerializable(typeof(PatchCaptured))]
[JsonSerializable(typeof(WeaveStarted))]
[JsonSerializable(typeof(PatchLanded))]
[JsonSerializable(typeof(PatchConflicted))]
[JsonSerializable(typeof(PatchRejected))]
[JsonSerializable(typeof(PatchHeld))]
[JsonSerializable(typeof(VerificationRan))]
[JsonSerializable(typeof(LandingPublished))]
[JsonSerializable(typeof(MailPosted))]
[JsonSerializable(typeof(ReworkRequested))]
[JsonSerializable(typeof(PersonaSkipped))]
[JsonSerializable(typeof(SprintPaused))]
[JsonSerializable(typeof(HumanNotified))]
[JsonSerializable(typeof(ModeFellBack))]
[JsonSerializable(typeof(BudgetReached))]
[JsonSerializable(typeof(TickEnded))]
[JsonSerializable(typeof(SprintEnded))]
[JsonSerializable(typeof(CommandIntended))]
[JsonSerializable(typeof(CommandDone))]
[JsonSerializable(typeof(CommandFailed))]
[JsonSerializable(typeof(WeaveDropped))]
[JsonSerializable(typeof(PatchAcked))]
[JsonSerializable(typeof(PatchDeclined))]
internal sealed partial class SprintEventJson : JsonSerializerContext;
