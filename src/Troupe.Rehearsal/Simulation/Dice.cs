namespace Troupe.Rehearsal.Simulation;

/// <summary>
/// Chance that is a function of a seed and of what is asked, not of when: a crash or another order of events changes no
/// throw, so two runs of one seed can be compared.
/// </summary>
public sealed class Dice(long seed)
{
    private const ulong FnvOffset = 14695981039346656037;
    private const ulong FnvPrime = 1099511628211;

    public long Seed { get; } = seed;

    /// <summary>A number from 0 up to 1.</summary>
    public double Throw(string question)
    {
        var hash = FnvOffset;
        foreach (var letter in question)
        {
            hash = (hash ^ letter) * FnvPrime;
        }

        return (Mix(hash + Mix((ulong)Seed)) >> 11) * (1.0 / (1UL << 53));
    }

    public bool Chance(string question, double probability) => probability > 0 && Throw(question) < probability;

    /// <summary>One of 0 … <paramref name="count"/> - 1.</summary>
    public int Pick(string question, int count) => (int)(Throw(question) * count);

    /// <summary>SplitMix64's finalizer (Steele, Lea, Flood 2014): neighbouring numbers become unrelated ones.</summary>
    private static ulong Mix(ulong number)
    {
        number += 0x9E3779B97F4A7C15;
        number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9;
        number = (number ^ (number >> 27)) * 0x94D049BB133111EB;
        return number ^ (number >> 31);
    }
}
