using System.Text.Json;

namespace Troupe.MailCli;

/// <summary>What an agent tells its hook on standard input, as far as it matters here.</summary>
/// <param name="Session">The agent's name of the conversation.</param>
/// <param name="Event">What has happened there.</param>
/// <param name="IsOfHelper">It happened to a helper of the agent's, whose context is not the agent's own.</param>
internal sealed record HookInput(string? Session, string? Event, bool IsOfHelper)
{
    /// <summary>What a tool said comes along and may be long; what is looked for stands before it.</summary>
    private const int Longest = 1024 * 1024;

    public static HookInput None { get; } = new(null, null, IsOfHelper: false);

    /// <summary>Takes all that comes, since an agent may take a hook that does not listen for one that failed.</summary>
    public static async Task<HookInput> ReadAsync(Stream input, CancellationToken cancellationToken)
    {
        using var start = new MemoryStream();
        var buffer = new byte[16 * 1024];
        int read;
        while ((read = await input.ReadAsync(buffer, cancellationToken)) > 0)
        {
            start.Write(buffer, 0, (int)Math.Min(read, Longest - start.Length));
        }

        return Parse(start.GetBuffer().AsSpan(0, (int)start.Length));
    }

    /// <summary>What was understood before it ended, or went wrong.</summary>
    private static HookInput Parse(ReadOnlySpan<byte> text)
    {
        var found = None;
        try
        {
            var reader = new Utf8JsonReader(text, isFinalBlock: false, default);
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
            {
                return found;
            }

            while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
            {
                var name = reader.GetString();
                if (!reader.Read())
                {
                    break;
                }

                found = name switch
                {
                    "session_id" when reader.TokenType == JsonTokenType.String => found with { Session = reader.GetString() },
                    "hook_event_name" when reader.TokenType == JsonTokenType.String => found with { Event = reader.GetString() },
                    "agent_id" when reader.TokenType == JsonTokenType.String => found with { IsOfHelper = true },
                    _ => found,
                };
                if (!reader.TrySkip())
                {
                    break;
                }
            }
        }
        catch (Exception nonsense) when (nonsense is JsonException or InvalidOperationException)
        {
            // Without what it says mail is listed as for somebody who was told nothing.
        }

        return found;
    }
}
