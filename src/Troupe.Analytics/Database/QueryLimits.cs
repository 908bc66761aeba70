namespace Troupe.Analytics;

/// <summary>How much of the machine one query may take, feeding included.</summary>
/// <param name="MemoryBytes">What the database may hold in memory.</param>
/// <param name="SpilledBytes">What it may keep on disk beyond that, for as long as the query lasts.</param>
/// <param name="SpillParent">The folder in which it gets one of its own for that.</param>
internal sealed record QueryLimits(long MemoryBytes, long SpilledBytes, string SpillParent, int Threads)
{
    private const long Mebibyte = 1024 * 1024;
    private const long LeastMemory = 256 * Mebibyte;

    /// <summary>Half of the memory that this process may have, and four times that on disk.</summary>
    public static QueryLimits OfThisMachine()
    {
        var memory = Math.Max(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2, LeastMemory);
        return new QueryLimits(memory, 4 * memory, Path.GetTempPath(), Environment.ProcessorCount);
    }

    public long MemoryMebibytes => MemoryBytes / Mebibyte;

    public long SpilledMebibytes => SpilledBytes / Mebibyte;
}
