using DuckDB.NET.Data;
using Troupe.Testing;

namespace Troupe.Analytics.Tests;

/// <summary>What tries to write, or to read beyond the views, is refused: by the check, and behind it by the locked database itself.</summary>
public sealed class QueryEscapesTests : IDisposable
{
    private readonly MailRoom _room = new();

    public static TheoryData<string> Escapes =>
    [
        "CREATE TABLE x AS SELECT 1", "DROP VIEW messages", "INSERT INTO messages VALUES (1)", "UPDATE fed.messages SET subject = ''", "DELETE FROM fed.messages",
        "ATTACH '/tmp/x.db'", "DETACH memory", "USE fed", "COPY messages TO '/tmp/x'", "COPY (SELECT 1) TO '/tmp/x.parquet'", "EXPORT DATABASE '/tmp/x'", "IMPORT DATABASE '/tmp/x'",
        "INSTALL httpfs", "LOAD httpfs", "FORCE INSTALL fts", "SET threads = 1", "RESET ALL", "PRAGMA database_list", "PRAGMA version", "CALL pragma_version()",
        "SET enable_external_access = true", "CHECKPOINT", "VACUUM", "BEGIN", "EXPLAIN SELECT 1", "EXPLAIN ANALYZE SELECT 1", "PREPARE x AS SELECT 1", "EXECUTE x", "SET VARIABLE x = 1",
        "DESCRIBE messages", "SUMMARIZE messages", "SHOW TABLES", "SHOW ALL TABLES", "FROM (DESCRIBE messages)", "FROM (SHOW TABLES)", "FROM (SUMMARIZE messages)",
        "SELECT * FROM '/etc/passwd'", "SELECT * FROM \"/etc/passwd\"", "SELECT * FROM 'x.parquet'", "FROM '/dev/stdin'",
        "SELECT * FROM read_csv('/etc/passwd')", "SELECT * FROM read_csv_auto('/etc/passwd')", "SELECT * FROM read_text('/etc/passwd')", "SELECT * FROM read_blob('/etc/passwd')",
        "SELECT * FROM read_json('/etc/passwd')", "SELECT * FROM read_parquet('x')", "SELECT * FROM parquet_metadata('x')", "SELECT * FROM glob('/etc/*')", "SELECT * FROM sniff_csv('/etc/passwd')",
        "SELECT getenv('HOME')", "SELECT current_setting('home_directory')", "SELECT * FROM duckdb_settings()", "SELECT * FROM duckdb_settings", "SELECT * FROM duckdb_secrets()", "SELECT * FROM which_secret('x', 'y')",
        "SELECT * FROM pragma_database_list", "SELECT * FROM information_schema.tables", "SELECT * FROM sqlite_master", "SELECT * FROM pg_catalog.pg_class", "SELECT * FROM pg_settings",
        "SELECT * FROM fed.messages", "SELECT * FROM main.messages", "SELECT * FROM memory.main.messages", "SELECT * FROM system.main.duckdb_settings",
        "SELECT * FROM query('SELECT * FROM fed.messages')", "SELECT * FROM query_table('messages')", "SELECT * FROM query_table(['messages'])",
        "SELECT * FROM json_execute_serialized_sql('{}')", "SELECT json_serialize_plan('SELECT 1')", "SELECT write_log('x')", "SELECT * FROM sql_auto_complete('S')", "SELECT * FROM test_all_types()",
        "SELECT (SELECT content FROM read_text('/etc/passwd'))", "SELECT * FROM messages WHERE body IN (SELECT content FROM read_text('/etc/passwd'))",
        "WITH x AS (SELECT * FROM read_text('/etc/passwd')) SELECT * FROM x", "WITH x AS MATERIALIZED (FROM '/etc/passwd') SELECT 1", "SELECT 1 UNION ALL SELECT length(content) FROM read_text('/etc/passwd')",
        "SELECT * FROM (WITH duckdb_settings AS (SELECT 1) SELECT 1), duckdb_settings", "SELECT * FROM messages, LATERAL (SELECT * FROM read_text(subject))", "SELECT list_transform([1], x -> (SELECT count(*) FROM duckdb_settings()))",
        "SELECT 1 ORDER BY (SELECT count(*) FROM read_text('/etc/passwd'))", "SELECT 1 LIMIT (SELECT count(*) FROM read_text('/etc/passwd'))", "VALUES ((SELECT content FROM read_text('/etc/passwd')))",
        "SELECT 1) TO '/tmp/x'; --", "SELECT 1; DROP TABLE fed.messages", "SELECT 1; ATTACH 'x'", "-- nothing", "/* x", "PIVOT messages ON type", "MERGE INTO fed.messages USING messages ON true WHEN MATCHED THEN DELETE",
    ];

    public void Dispose() => _room.Dispose();

    [Theory]
    [MemberData(nameof(Escapes))]
    public async Task Open_Escape_IsRefused(string sql)
    {
        await _room.SendAsync("subject", "body");

        // Not by the database, which is the second wall.
        (await _room.RefusedAsync(sql)).Message.ShouldNotStartWith("The query failed");
    }

    /// <summary>The second wall alone: what the check would let pass fails in the database.</summary>
    [Theory]
    [InlineData("SELECT * FROM read_text('/etc/passwd')")]
    [InlineData("SELECT * FROM '/etc/passwd'")]
    [InlineData("SELECT * FROM glob('/etc/*')")]
    [InlineData("COPY (SELECT 1) TO '/tmp/troupe-escape.parquet'")]
    [InlineData("ATTACH '/tmp/troupe-escape.db'")]
    [InlineData("INSTALL httpfs")]
    [InlineData("LOAD httpfs")]
    [InlineData("SET enable_external_access = true")]
    [InlineData("SET lock_configuration = false")]
    [InlineData("SET allowed_paths = ['/etc/passwd']")]
    [InlineData("SELECT * FROM 'https://127.0.0.1:1/x.parquet'")]
    public void Lockdown_Escape_FailsInTheDatabase(string sql)
    {
        using var connection = Library.Open();
        Lockdown.Apply(connection, QueryLimits.OfThisMachine(), null, null);
        Lockdown.Close(connection);

        Should.Throw<DuckDBException>(() => Tables.Run(connection, sql));
    }

    [Fact]
    public void Lockdown_OneFile_CanBeWrittenAndNoOther()
    {
        using var folder = new TemporaryFolder();
        using var connection = Library.Open();
        Lockdown.Apply(connection, QueryLimits.OfThisMachine(), null, folder["it's.parquet"]);

        Tables.Run(connection, $"COPY (SELECT 1) TO {SqlText.Literal(folder["it's.parquet"])} (FORMAT parquet, USE_TMP_FILE false)");

        File.Exists(folder["it's.parquet"]).ShouldBeTrue();
        Should.Throw<DuckDBException>(() => Tables.Run(connection, $"COPY (SELECT 1) TO {SqlText.Literal(folder["other"])} (FORMAT parquet)"));
    }

    /// <summary>A later version of the database may bring functions that reach out: then this fails, and somebody looks.</summary>
    [Fact]
    public void Functions_ThatSoundLikeReachingOut_AreThoseThatWereLookedAt()
    {
        using var connection = Library.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT DISTINCT function_name FROM duckdb_functions() WHERE function_type IN ('scalar', 'aggregate', 'macro')
            AND regexp_matches(function_name, 'env|setting|read|file|write|copy|exec|load|glob|query|pragma|variable|attach|secret|duckdb|parquet|_sql|serial|import|export|sleep|system')
            ORDER BY ALL
            """;
        using var reader = command.ExecuteReader();
        List<string> names = [];
        while (reader.Read())
        {
            names.Add(reader.GetString(0));
        }

        Golden.Check("suspicious-functions.txt", string.Join('\n', names) + "\n");
    }

    [Fact]
    public async Task Views_Names_NeedNoQuotes()
    {
        foreach (var view in Views.All)
        {
            await _room.AskAsync($"SELECT {string.Join(", ", view.Columns.Select(column => $"{column.Name}"))} FROM {view.Name}");
        }
    }
}
