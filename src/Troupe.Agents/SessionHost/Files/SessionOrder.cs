using System.Text.Json.Serialization;
using Troupe.Core;
using Troupe.Git;

namespace Troupe.Agents;

/// <summary><c>request.json</c>: what a session's host has to do. Values of secrets are never in it, only their names.</summary>
internal sealed record SessionOrder
{
    [JsonPropertyOrder(-1)]
    public int SchemaVersion { get; init; } = 1;

    public required string Session { get; init; }

    public required string Base { get; init; }

    /// <summary>The commit whose files the checkout holds at first; null: the base.</summary>
    public string? StartAt { get; init; }

    public required string Title { get; init; }

    public required string Repository { get; init; }

    public required string Team { get; init; }

    public required string AuthorName { get; init; }

    public required string AuthorEmail { get; init; }

    public required AgentOrder Agent { get; init; }

    public required double TimeoutSeconds { get; init; }

    /// <summary>Put first into the agent's PATH; null: nothing.</summary>
    public string? ToolsFolder { get; init; }

    public IReadOnlyList<PlacedFile> Files { get; init; } = [];

    [JsonIgnore]
    public SessionId Id => SessionId.Parse(Session);

    [JsonIgnore]
    public CommitId BaseCommit => CommitId.Parse(Base);

    [JsonIgnore]
    public CommitId StartCommit => StartAt is { } start ? CommitId.Parse(start) : BaseCommit;

    [JsonIgnore]
    public GitIdentity Author => new(AuthorName, AuthorEmail);

    public static SessionOrder For(SessionRequest request, string? toolsFolder)
    {
        var author = request.Author ?? new GitIdentity(request.Id.Persona.ToString(), $"{request.Id.Persona}@troupe.invalid");
        return new SessionOrder
        {
            Session = request.Id.ToString(),
            Base = request.Base.Value,
            StartAt = request.StartAt?.Value,
            Title = request.Title,
            Repository = request.RepositoryCommonDirectory,
            Team = request.TeamFolder,
            AuthorName = author.Name,
            AuthorEmail = author.Email,
            Agent = AgentOrder.For(request.Agent),
            TimeoutSeconds = request.Timeout.TotalSeconds,
            ToolsFolder = toolsFolder,
            Files = [.. request.Files.Select(file => new PlacedFile(file.Path, file.Content.ToArray()))],
        };
    }

    /// <param name="Path">From the root of the checkout.</param>
    /// <param name="Content">Base64 in the file.</param>
    internal sealed record PlacedFile(string Path, byte[] Content);
}
