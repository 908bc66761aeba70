using System.Globalization;
using DuckDB.NET.Data;

namespace Troupe.Analytics;

/// <summary>
/// Takes from a connection all that a query does not need: files, extensions, settings. Whatever the check of a query would let pass
/// meets this wall.
/// </summary>
internal static class Lockdown
{
    /// <param name="writable">The one file that may be written; null: none.</param>
    public static void Apply(DuckDBConnection connection, string? writable)
    {
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 2 / (1024 * 1024);
        string[] settings =
        [
            "autoinstall_known_extensions = false",
            "autoload_known_extensions = false",
            "allow_community_extensions = false",
            string.Create(CultureInfo.InvariantCulture, $"memory_limit = '{Math.Max(memory, 256)}MiB'"),
            string.Create(CultureInfo.InvariantCulture, $"threads = {Environment.ProcessorCount}"),
            "temp_directory = ''",
            writable is null ? "" : $"allowed_paths = ['{writable.Replace("'", "''", StringComparison.Ordinal)}']",
            "enable_external_access = false",
            "lock_configuration = true",
        ];
        foreach (var setting in settings.Where(setting => setting.Length > 0))
        {
            Tables.Run(connection, $"SET {setting}");
        }
    }
}
