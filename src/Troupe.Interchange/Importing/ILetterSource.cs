namespace Troupe.Interchange;

/// <summary>Letters in files of one format. They are read twice, once to check all of them and once to take them.</summary>
internal interface ILetterSource
{
    IEnumerable<SourceItem> Items();
}
