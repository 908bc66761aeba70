using DuckDB.NET.Data;
using Troupe.Core;

namespace Troupe.Analytics;

/// <summary>The database's own library: 70 MB of native code that is loaded by whoever asks a query, and by nobody else.</summary>
internal static class Library
{
    /// <summary>A private database in memory.</summary>
    /// <exception cref="TroupeException">The library is not there.</exception>
    public static DuckDBConnection Open()
    {
        try
        {
            var connection = new DuckDBConnection("DataSource=:memory:");
            connection.Open();
            return connection;
        }
        catch (Exception failure) when ((failure.InnerException ?? failure) is DllNotFoundException or BadImageFormatException)
        {
            throw new TroupeException(
                ErrorCode.NotFound,
                $"Queries need the library libduckdb beside the program, in '{Printable.Escape(AppContext.BaseDirectory)}', and it is not there or not for this machine: "
                + "copy it from the release that the program came from. All other commands work without it.",
                failure);
        }
    }
}
