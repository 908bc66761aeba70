namespace Troupe.EventLog;

/// <summary>Who looks at every record of one segment as a sweep passes it.</summary>
public interface ISweeper
{
    void Take(in SweptRecord record);
}
