using Troupe.Shell;

namespace Troupe.MailCli;

/// <summary>
/// The program <c>troupe</c>, which knows every verb. <c>jules-mail</c> lies beside it; called as <c>troupe</c>, or by a link to it,
/// or without a native binary, it is this very program.
/// </summary>
internal static class FullProgram
{
    public static string PathOf(CliContext context)
    {
        var self = ThisProgram.PathOf(context);
        return Path.GetFileName(self) == CalledName.Mail ? Path.Combine(Path.GetDirectoryName(self)!, ThisProgram.Name) : self;
    }
}
