namespace Troupe.Git;

/// <summary>
/// The mode of a tree's entry. A number and not an enum: old repositories hold modes such as 100664, and a tree that is
/// written again must keep them.
/// </summary>
public readonly record struct EntryMode(int Value)
{
    private const int TypeMask = 0xF000;

    /// <summary>040000</summary>
    public static EntryMode Tree { get; } = new(0x4000);

    /// <summary>100644</summary>
    public static EntryMode Regular { get; } = new(0x81A4);

    /// <summary>100755</summary>
    public static EntryMode Executable { get; } = new(0x81ED);

    /// <summary>120000</summary>
    public static EntryMode Symlink { get; } = new(0xA000);

    /// <summary>160000: a commit of a submodule.</summary>
    public static EntryMode Gitlink { get; } = new(0xE000);

    public bool IsTree => (Value & TypeMask) == 0x4000;

    public bool IsFile => (Value & TypeMask) == 0x8000;

    public bool IsExecutable => IsFile && (Value & 0x40) != 0;

    public bool IsSymlink => (Value & TypeMask) == 0xA000;

    public bool IsGitlink => (Value & TypeMask) == 0xE000;

    /// <exception cref="FormatException">Not an octal number.</exception>
    public static EntryMode Parse(ReadOnlySpan<char> octal)
    {
        var value = 0;
        foreach (var digit in octal)
        {
            value = digit is >= '0' and <= '7' && value < 0x10000
                ? (value * 8) + (digit - '0')
                : throw new FormatException($"'{octal}' is not a file mode.");
        }

        return new EntryMode(value);
    }

    /// <summary>Six octal digits, as git's plumbing prints it.</summary>
    public override string ToString() => Convert.ToString(Value, 8).PadLeft(6, '0');
}
