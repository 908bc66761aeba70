namespace Troupe.Weaving;

/// <summary>In which order patches are folded, and so which of those that collide land.</summary>
public enum WeaveOrder
{
    /// <summary>As many as can land together, by weight; those that came earlier where that is equal.</summary>
    Best,

    /// <summary>As they came: who comes first lands, whatever that costs the others.</summary>
    Fifo,
}
