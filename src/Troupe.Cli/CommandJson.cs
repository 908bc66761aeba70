using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Troupe.Cli.Config;
using Troupe.Cli.Dev;
using Troupe.Cli.Doctor;
using Troupe.Cli.Init;
using Troupe.Cli.Logs;
using Troupe.Cli.Personas;
using Troupe.Cli.Sprints;

namespace Troupe.Cli;

/// <summary>
/// What commands print with <c>--json</c> (docs/specs/command-output.md): camelCase members that are always there, null where there
/// is no value. Mail and weave have contexts of their own: a mail command loads no more than it needs.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, GenerationMode = JsonSourceGenerationMode.Serialization)]
[JsonSerializable(typeof(JsonNode))]
[JsonSerializable(typeof(ConfigOutput))]
[JsonSerializable(typeof(ReferenceOutput))]
[JsonSerializable(typeof(DemoRepositoryOutput))]
[JsonSerializable(typeof(DoctorOutput))]
[JsonSerializable(typeof(InitOutput))]
[JsonSerializable(typeof(LogCheckOutput))]
[JsonSerializable(typeof(LogRepairOutput))]
[JsonSerializable(typeof(LogStatsOutput))]
[JsonSerializable(typeof(PersonaListOutput))]
[JsonSerializable(typeof(PersonaShowOutput))]
[JsonSerializable(typeof(PersonaRenderOutput))]
[JsonSerializable(typeof(PersonaValidateOutput))]
[JsonSerializable(typeof(SprintPlan))]
[JsonSerializable(typeof(SprintListings))]
[JsonSerializable(typeof(TickOutput))]
internal sealed partial class CommandJson : JsonSerializerContext;
