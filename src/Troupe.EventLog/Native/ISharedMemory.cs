using Microsoft.Win32.SafeHandles;

namespace Troupe.EventLog;

/// <summary>
/// System calls by which processes share a page of memory and wait for one another. Results are as those of
/// <see cref="ISystemCalls"/>; where a system has none of this, nobody waits for anybody.
/// </summary>
internal interface ISharedMemory
{
    /// <summary>Maps the first bytes of a file; whoever maps it sees what the others write there.</summary>
    long Map(SafeFileHandle file, int length, out nint address);

    void Unmap(nint address, int length);

    /// <summary>Sleeps until it is woken by one of these bits; not at all if the number there is another one already.</summary>
    /// <param name="address">Where the number is, in mapped memory.</param>
    /// <param name="expected">The number.</param>
    /// <param name="bits">By which the sleeper is woken.</param>
    /// <param name="patience">ETIMEDOUT: nobody woke it in so long.</param>
    long Sleep(nint address, int expected, uint bits, TimeSpan patience);

    /// <summary>Wakes sleepers of one of these bits.</summary>
    long Wake(nint address, int atMost, uint bits);

    /// <summary>Takes the lock of one byte of a file, or says that somebody has it. It ends with the descriptor, however its process ends.</summary>
    long TryTake(SafeFileHandle file, int place);

    long GiveBack(SafeFileHandle file, int place);
}
