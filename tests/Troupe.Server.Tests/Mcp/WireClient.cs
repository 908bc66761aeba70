using System.Text;
using System.Text.Json;

namespace Troupe.Server.Tests.Mcp;

/// <summary>A client of revision 2026-07-28 that writes and reads the lines themselves.</summary>
internal sealed class WireClient(ServedMail mail) : IDisposable
{
    private const string Meta =
        "\"_meta\":{\"io.modelcontextprotocol/protocolVersion\":\"2026-07-28\",\"io.modelcontextprotocol/clientCapabilities\":{},\"io.modelcontextprotocol/clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}";

    private readonly StreamReader _output = new(mail.Output, Encoding.UTF8);

    /// <param name="members">Members of <c>params</c>, as JSON text without braces; empty for none.</param>
    public Task RequestAsync(string id, string method, string members = "") =>
        WriteAsync($$$"""{"jsonrpc":"2.0","id":"{{{id}}}","method":"{{{method}}}","params":{{{{(members.Length > 0 ? members + "," : "")}}}{{{Meta}}}}}""");

    public Task CancelAsync(string id) =>
        WriteAsync($$$"""{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":"{{{id}}}",{{{Meta}}}}}""");

    public void Dispose() => _output.Dispose();

    public async Task<JsonElement> NextAsync()
    {
        var line = await _output.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        return JsonDocument.Parse(line.ShouldNotBeNull()).RootElement;
    }

    private async Task WriteAsync(string line)
    {
        await mail.Input.WriteAsync(Encoding.UTF8.GetBytes(line + "\n"), TestContext.Current.CancellationToken);
        await mail.Input.FlushAsync(TestContext.Current.CancellationToken);
    }
}
