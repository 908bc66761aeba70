namespace Troupe.Git;

/// <summary>An identity at a time, as a commit records its author and its committer. Git keeps whole seconds.</summary>
public sealed record GitSignature(GitIdentity Identity, DateTimeOffset Time);
