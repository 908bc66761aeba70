using System.Text.Json.Serialization;

namespace Troupe.Mail;

[JsonSerializable(typeof(string))]
internal sealed partial class OutboxJson : JsonSerializerContext;
