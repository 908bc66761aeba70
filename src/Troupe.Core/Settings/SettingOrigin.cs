namespace Troupe.Core;

/// <summary>Where a setting's value comes from: built in, or a line of a file.</summary>
/// <param name="File">The file as it was named when it was read; null: the default.</param>
/// <param name="Line">Counted from 1.</param>
public readonly record struct SettingOrigin(string? File, int Line)
{
    public static SettingOrigin Default => default;

    public bool IsDefault => File is null;

    public override string ToString() => File is null ? "default" : $"{File}:{Line}";
}
