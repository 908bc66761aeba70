using Troupe.Core;

namespace Troupe.Weaving;

/// <summary>The names of orders in settings, on command lines and in answers.</summary>
public static class WeaveOrders
{
    public static string Name(this WeaveOrder order) => order switch
    {
        WeaveOrder.Best => "best",
        WeaveOrder.Fifo => "fifo",
        _ => throw new ArgumentOutOfRangeException(nameof(order), order, null),
    };

    /// <exception cref="TroupeException">There is no order of that name.</exception>
    public static WeaveOrder Parse(string name) => name switch
    {
        "best" => WeaveOrder.Best,
        "fifo" => WeaveOrder.Fifo,
        _ => throw new TroupeException(ErrorCode.InvalidArgument, $"'{Printable.Escape(name)}' is not an order; use 'best' or 'fifo'."),
    };
}
