namespace Troupe.Core;

/// <summary>One key: where it stands, what it takes, what holds without it.</summary>
internal sealed class SettingKey<T>
{
    /// <summary>The full key as the reference names it.</summary>
    public required string Path { get; init; }

    public required SettingKind<T> Kind { get; init; }

    public required string Meaning { get; init; }

    /// <summary>What holds when nothing is written.</summary>
    public T? Default { get; init; }

    /// <summary>The default in words, where it is no plain value.</summary>
    public string? DefaultInWords { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>The last part of the key: its name within its table.</summary>
    public string Name => Path[(Path.LastIndexOf('.') + 1)..];

    public string Write(T? value) => value is null ? DefaultInWords ?? "" : Kind.Write(value);

    public SettingDescription Describe() =>
        new(Path, Kind.Name, IsRequired ? null : DefaultInWords ?? Write(Default), Meaning);
}
