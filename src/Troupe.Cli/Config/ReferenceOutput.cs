using Troupe.Core;

namespace Troupe.Cli.Config;

/// <summary>What <c>config reference --json</c> prints.</summary>
internal sealed record ReferenceOutput(int SchemaVersion, IReadOnlyList<SettingDescription> Keys);
