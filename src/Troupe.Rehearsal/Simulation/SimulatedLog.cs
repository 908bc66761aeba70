using System.Security.Cryptography;
using System.Text;
using Troupe.Sprints;

namespace Troupe.Rehearsal.Simulation;

/// <summary>What was recorded, as bytes, since bytes are all that survives a crash.</summary>
internal sealed class SimulatedLog
{
    private readonly List<(string Kind, byte[] Payload)> _records = [];

    public int Count => _records.Count;

    /// <summary>The same for two logs with the same bytes.</summary>
    public string Digest
    {
        get
        {
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            foreach (var (kind, payload) in _records)
            {
                hash.AppendData(Encoding.UTF8.GetBytes(kind));
                hash.AppendData(payload);
            }

            return Convert.ToHexStringLower(hash.GetHashAndReset());
        }
    }

    /// <summary>What a reader of the log gets to see of an event.</summary>
    public SprintEvent Append(SprintEvent happened)
    {
        _records.Add((SprintEventKinds.Of(happened), SprintEventCodec.Encode(happened)));
        return Read(_records[^1]);
    }

    public IEnumerable<SprintEvent> Read() => _records.Select(Read);

    public SprintState Fold()
    {
        var history = Read().Aggregate(SprintHistory.Empty, (history, happened) => history.After(happened));
        return history.Latest ?? throw new BrokenInvariantException("The log holds no sprint.");
    }

    private static SprintEvent Read((string Kind, byte[] Payload) record) => SprintEventCodec.Decode(record.Kind, record.Payload);
}
