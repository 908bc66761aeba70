using System.CommandLine;

namespace Troupe.MailCli;

/// <summary>A verb of <c>jules-mail</c>, and what makes its command.</summary>
public sealed record MailVerb(string Name, Func<MailDesk, Command> Build);
