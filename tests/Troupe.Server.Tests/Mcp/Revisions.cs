using ModelContextProtocol.Client;
using ModelContextProtocol.Protocol;

namespace Troupe.Server.Tests.Mcp;

/// <summary>The two revisions of the protocol that the server speaks, as the official client asks for them.</summary>
internal static class Revisions
{
    public const string Handshake = "2025-11-25";
    public const string Stateless = "2026-07-28";

    public static TheoryData<string> All => [Handshake, Stateless];

    public static Task<McpClient> ConnectAsync(ServedMail mail, string revision) => McpClient.CreateAsync(
        new StreamClientTransport(mail.Input, mail.Output),
        new McpClientOptions { ProtocolVersion = revision },
        cancellationToken: TestContext.Current.CancellationToken);
}
