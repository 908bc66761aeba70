using Troupe.Cli;
using Troupe.Shell;

var name = CalledName.Read();
var program = name == CalledName.Mail ? name : ThisProgram.Name;
return await Entry.RunAsync(program, CommandTree.Of(name), args, interruptible: !CommandTree.IsMail(name, args));
