using Troupe.Core;
using Troupe.Interchange;
using Troupe.Shell;

namespace Troupe.Cli.Mail;

/// <summary>Why an import was refused, and what to do: who is unknown, and what is wrong with which file.</summary>
internal static class ImportRefusal
{
    private const int MostLines = 20;

    public static TroupeException Of(ImportOutcome.Refused refused) => refused.Flaws.Count > 0
        ? new TroupeException(
            ErrorCode.InvalidArgument,
            $"Nothing was imported: {Plural.Of(refused.Flaws.Count, "message")} cannot be.{List(refused.Flaws.Select(Line))}\n"
            + "Mend the files, or leave these messages out with --skip-broken." + (refused.Unknown.Count > 0 ? "\n" + Unknown(refused) : ""))
        : new TroupeException(ErrorCode.NotFound, "Nothing was imported. " + Unknown(refused));

    public static string Line(ImportFlaw flaw) => $"{Printable.Escape(flaw.Place)}: {Printable.Escape(flaw.Reason)}";

    private static string Unknown(ImportOutcome.Refused refused) =>
        $"{Plural.Of(refused.Unknown.Count, "name is nobody", "names are nobody")} here:"
        + List(refused.Unknown.Select(one => $"{Printable.Escape(one.Key)} ({Plural.Of(one.Value, "time")})"))
        + $"\nSay who they are with --map '{Printable.Escape(refused.Unknown.Keys.First())}=PERSONA' or '*=lead', or give everything to one mailbox with --to PERSONA.";

    private static string List(IEnumerable<string> lines)
    {
        var all = lines.ToList();
        var more = all.Count > MostLines ? $"\n  … and {all.Count - MostLines} more" : "";
        return string.Concat(all.Take(MostLines).Select(line => $"\n  {line}")) + more;
    }
}
