namespace Troupe.Cli.Tests.Mail;

/// <summary>
/// Tests of who holds a lease. A program that another test starts has the files of this process for a moment, until it has become itself, and
/// with them the lease: so these tests run alone.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class LeaseTests
{
    public const string Name = "leases";
}
