namespace Troupe.Rehearsal.Demo;

/// <summary>A part of a <see cref="DutyList"/>, in the order of the list.</summary>
internal enum Watch
{
    Dawn,
    Day,
    Night,
}
