using System.CommandLine;
using Troupe.JulesMail;
using Troupe.MailCli;
using Troupe.Shell;

var verbs = new MailVerbs(DailyVerbs.All);
return verbs.IsPlain(args.FirstOrDefault(), args)
    ? await Entry.RunAsync(CalledName.Mail, Build, args, interruptible: false)
    : Handover.ToFullProgram(args);

Command Build(string[] words, CliContext context) =>
    verbs.AddTo(new Command(CalledName.Mail, MailVerbs.Description), context, words.FirstOrDefault());
