using Troupe.Core;

namespace Troupe.Analytics.Tests;

/// <summary>Asks queries and gives their rows as JSON texts.</summary>
internal static class QueryRoom
{
    public static async Task<IReadOnlyList<string?[]>> AskAsync(this MailRoom room, string sql, int? limit = null)
    {
        using var query = await Query.OpenAsync(room.Home, room.Clock, sql, null, MailRoom.Stop);
        return [.. query.Rows(limit, MailRoom.Stop)];
    }

    /// <summary>The only value of the answer.</summary>
    public static async Task<string?> ValueAsync(this MailRoom room, string sql) => (await room.AskAsync(sql)).ShouldHaveSingleItem().ShouldHaveSingleItem();

    public static async Task<TroupeException> RefusedAsync(this MailRoom room, string sql)
    {
        var failure = await Should.ThrowAsync<TroupeException>(() => room.AskAsync(sql), sql);
        failure.Code.ShouldBe(ErrorCode.InvalidArgument, sql);
        return failure;
    }
}
