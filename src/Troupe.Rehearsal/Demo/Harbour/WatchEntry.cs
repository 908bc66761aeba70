namespace Troupe.Rehearsal.Demo;

/// <summary>One entry of a <see cref="DutyList"/>.</summary>
/// <param name="Number">Its place in the whole list, from 0.</param>
internal sealed record WatchEntry(Watch Watch, int Number)
{
    private static readonly string[] FirstNames =
        ["Aino", "Berit", "Carl", "Dagny", "Eskil", "Frida", "Gorm", "Hedda", "Ivar", "Jorun", "Knut"];

    private static readonly string[] LastNames = ["Berg", "Dahl", "Fjord", "Holm", "Lund", "Strand"];

    public string Name => $"{FirstNames[Number % FirstNames.Length]} {LastNames[Number / FirstNames.Length % LastNames.Length]}";

    public int Berth => Number + 3;

    public int Channel => 60 + Number * 7 % 19;
}
