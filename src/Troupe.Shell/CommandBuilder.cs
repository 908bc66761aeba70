using System.CommandLine;

namespace Troupe.Shell;

/// <summary>Makes the commands of a program, or as many of them as these words can mean.</summary>
public delegate Command CommandBuilder(string[] words, CliContext context);
