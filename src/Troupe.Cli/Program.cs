using Troupe.Cli.Shell;

return await Entry.RunAsync(args);
