using System.Collections;
using System.Runtime.InteropServices;
using Troupe.Agents;

// Stands in for `troupe session-host FOLDER`, so that the tests of this room need no other room.
using var stop = new CancellationTokenSource();
using var registration = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
{
    context.Cancel = true;
    stop.Cancel();
});
var environment = Environment.GetEnvironmentVariables().Cast<DictionaryEntry>()
    .ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value ?? "", StringComparer.Ordinal);
await new SessionHost(new SessionFolder(args[1]), environment, TimeProvider.System).RunAsync(stop.Token);
