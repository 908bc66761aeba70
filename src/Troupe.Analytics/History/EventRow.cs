using System.Text;
using Troupe.EventLog;

namespace Troupe.Analytics;

/// <param name="Log">The short name of the log.</param>
/// <param name="Ordinal">The how manieth record of that log it is.</param>
internal sealed record EventRow(string Log, long Ordinal, LogRecord Record)
{
    public string? Body => Record.IsBodyRedacted ? null : Record.Body;

    /// <summary>The record's own members as an object.</summary>
    public string Payload
    {
        get
        {
            var text = new StringBuilder("{");
            var members = Record.Members;
            while (members.MoveNext())
            {
                if (!members.Name.SequenceEqual("body_sha256"u8))
                {
                    text.Append(text.Length > 1 ? "," : "").Append('"').Append(Encoding.UTF8.GetString(members.Name)).Append("\":")
                        .Append(Encoding.UTF8.GetString(members.Value));
                }
            }

            return text.Append('}').ToString();
        }
    }
}
