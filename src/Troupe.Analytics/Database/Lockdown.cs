using System.Globalization;
using DuckDB.NET.Data;

namespace Troupe.Analytics;

/// <summary>
/// Takes from a connection all that a query does not need: files, extensions, settings, and more of the machine than its share. Whatever
/// the check of a query would let pass meets this wall.
/// </summary>
internal static class Lockdown
{
    /// <summary>Bounds the database before anything gets into it, and takes everything outside of it away.</summary>
    /// <param name="spill">The folder for what does not fit into memory; null: there is none.</param>
    /// <param name="writable">The one file that may be written; null: none.</param>
    public static void Apply(DuckDBConnection connection, QueryLimits limits, string? spill, string? writable)
    {
        string[] settings =
        [
            "autoinstall_known_extensions = false",
            "autoload_known_extensions = false",
            "allow_community_extensions = false",
            string.Create(CultureInfo.InvariantCulture, $"memory_limit = '{limits.MemoryMebibytes}MiB'"),
            string.Create(CultureInfo.InvariantCulture, $"threads = {limits.Threads}"),
            $"temp_directory = {SqlText.Literal(spill ?? "")}",
            spill is null ? "" : string.Create(CultureInfo.InvariantCulture, $"max_temp_directory_size = '{limits.SpilledMebibytes}MiB'"),
            writable is null ? "" : $"allowed_paths = [{SqlText.Literal(writable)}]",
            "enable_external_access = false",
        ];
        foreach (var setting in settings.Where(setting => setting.Length > 0))
        {
            Tables.Run(connection, $"SET {setting}");
        }
    }

    /// <summary>From now on nothing can be configured.</summary>
    public static void Close(DuckDBConnection connection) => Tables.Run(connection, "SET lock_configuration = true");
}
