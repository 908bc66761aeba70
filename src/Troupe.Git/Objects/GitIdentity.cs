using Troupe.Core;

namespace Troupe.Git;

/// <summary>Who made or recorded a commit.</summary>
public sealed record GitIdentity
{
    /// <exception cref="TroupeException"><see cref="ErrorCode.InvalidArgument"/>: git could not store the name or the address.</exception>
    public GitIdentity(string name, string email)
    {
        Name = Require(name, "name");
        Email = Require(email, "e-mail address");
    }

    public string Name { get; }

    public string Email { get; }

    public override string ToString() => $"{Name} <{Email}>";

    // These end a field or a line of a commit object: git drops them in silence, here they are refused.
    private static string Require(string text, string what) =>
        text.Trim().Length > 0 && text.AsSpan().IndexOfAny("<>\n\r\0") < 0
            ? text.Trim()
            : throw new TroupeException(
                ErrorCode.InvalidArgument,
                $"'{Printable.Escape(text)}' cannot be the {what} of an author: it is empty, or holds '<', '>' or a line break.");
}
