namespace Troupe.Core;

/// <summary>A value of the file with the line that it stands on.</summary>
internal abstract record SettingNode(int Line)
{
    /// <summary>How a message names this kind of value.</summary>
    public abstract string KindName { get; }

    internal sealed record Text(string Value, int Line) : SettingNode(Line)
    {
        public override string KindName => "a string";
    }

    internal sealed record Number(long Value, int Line) : SettingNode(Line)
    {
        public override string KindName => "a number";
    }

    internal sealed record Flag(bool Value, int Line) : SettingNode(Line)
    {
        public override string KindName => "a boolean";
    }

    internal sealed record Sequence(List<SettingNode> Items, int Line) : SettingNode(Line)
    {
        public override string KindName => "an array";
    }

    internal sealed record Table(Dictionary<string, SettingNode> Members, int Line) : SettingNode(Line)
    {
        public static Table Empty(int line) => new(new Dictionary<string, SettingNode>(StringComparer.Ordinal), line);

        public override string KindName => "a table";
    }

    /// <summary>A kind of value that no key takes: a fraction, a date.</summary>
    internal sealed record Other(string Kind, int Line) : SettingNode(Line)
    {
        public override string KindName => Kind;
    }
}
