using Troupe.Core;

namespace Troupe.MailCli;

/// <summary>Lengths of time as people write them on a command line.</summary>
internal static class TimeArgument
{
    public static TimeSpan Parse(string text) => SettingDuration.TryParse(text, out var duration)
        ? duration
        : throw new TroupeException(ErrorCode.InvalidArgument, $"'{Printable.Escape(text)}' is no time: write for example 90s, 30m or 1h30m.");
}
