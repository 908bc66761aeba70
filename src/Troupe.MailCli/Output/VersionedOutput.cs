using System.Text.Json.Serialization;

namespace Troupe.MailCli;

/// <summary>Every output begins with its version; it grows only when a field changes its meaning or goes.</summary>
public abstract record VersionedOutput
{
    [JsonPropertyOrder(-1)]
    public int SchemaVersion => 1;
}
