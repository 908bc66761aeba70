using Troupe.Core;

namespace Troupe.Mail;

/// <summary>The persisted names of <see cref="Priority"/>.</summary>
public static class Priorities
{
    private static readonly string[] Names = ["low", "normal", "high", "urgent"];

    public static IEnumerable<string> All => Names;

    public static string Name(this Priority priority) => Names[(int)priority];

    public static bool TryParse(string? name, out Priority priority)
    {
        var index = Array.IndexOf(Names, name);
        priority = index < 0 ? Priority.Normal : (Priority)index;
        return index >= 0;
    }

    public static Priority Parse(string name) => TryParse(name, out var priority)
        ? priority
        : throw new TroupeException(
            ErrorCode.InvalidArgument,
            $"'{Printable.Escape(name)}' is no priority: use one of {string.Join(", ", All)}.");
}
