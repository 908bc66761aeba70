namespace Troupe.Weaving;

/// <summary>A run of lines that one side replaced.</summary>
/// <param name="From">The first of them in the base, from 0.</param>
/// <param name="To">The line after the last in the base; the same as <paramref name="From"/>: lines were only added.</param>
/// <param name="NewFrom">Where their replacement begins in the side.</param>
/// <param name="NewTo">Where it ends.</param>
internal readonly record struct LineChange(int From, int To, int NewFrom, int NewTo)
{
    /// <summary>How far the side's line numbers are ahead of the base's after this change.</summary>
    public int ShiftAfter => NewTo - To;

    public int ShiftBefore => NewFrom - From;
}
