namespace Troupe.Processes.Native;

/// <summary>One call of <c>posix_spawn</c>: a session of its own, default signals, three standard streams and nothing else.</summary>
internal static unsafe class SpawnCall
{
    // Larger than posix_spawnattr_t (336), posix_spawn_file_actions_t (80) and sigset_t (128) of glibc and musl.
    private const int StructureSize = 1024;

    /// <returns>0 and the process, or the error number.</returns>
    public static int Start(
        string path,
        StringVector arguments,
        StringVector environment,
        string folder,
        StandardStreams streams,
        out int process)
    {
        var actions = stackalloc byte[StructureSize];
        var attributes = stackalloc byte[StructureSize];
        using var program = new StringVector([path]);
        _ = LibC.ActionsInit(actions);
        _ = LibC.AttributesInit(attributes);
        try
        {
            SetAttributes(attributes);
            AddActions(actions, folder, streams);
            int started;
            var error = LibC.Spawn(&started, program.Pointers[0], actions, attributes, arguments.Pointers, environment.Pointers);
            process = started;
            return error;
        }
        finally
        {
            _ = LibC.ActionsDestroy(actions);
            _ = LibC.AttributesDestroy(attributes);
        }
    }

    // The runtime ignores SIGPIPE and may block signals; a program that inherited either would misbehave.
    private static void SetAttributes(byte* attributes)
    {
        var set = stackalloc byte[StructureSize];
        _ = LibC.SignalSetFill(set);
        _ = LibC.AttributesSetSignalDefaults(attributes, set);
        _ = LibC.SignalSetEmpty(set);
        _ = LibC.AttributesSetSignalMask(attributes, set);
        _ = LibC.AttributesSetFlags(
            attributes, Linux.SpawnSetSession | Linux.SpawnSetSignalDefaults | Linux.SpawnSetSignalMask);
    }

    private static void AddActions(byte* actions, string folder, StandardStreams streams)
    {
        _ = LibC.ActionsAddChangeFolder(actions, folder);
        _ = streams.Input is { } input
            ? LibC.ActionsAddDuplicate(actions, input, 0)
            : LibC.ActionsAddOpen(actions, 0, "/dev/null", 0, 0);
        _ = streams.Output is { } output
            ? LibC.ActionsAddDuplicate(actions, output, 1)
            : LibC.ActionsAddOpen(
                actions, 1, streams.LogFile ?? "/dev/null", Linux.OpenWriteOnly | Linux.OpenCreate | Linux.OpenAppend, 0b110_000_000);
        _ = LibC.ActionsAddDuplicate(actions, streams.Error ?? 1, 2);

        // Everything that we open is closed on exec anyway; this catches what we ourselves were started with.
        if (LibC.ActionsAddCloseFrom != null)
        {
            _ = LibC.ActionsAddCloseFrom(actions, 3);
        }
    }
}
