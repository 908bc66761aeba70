using Troupe.Core;
using Troupe.EventLog;
using Troupe.Mail;

namespace Troupe.Interchange;

/// <summary>
/// The mail of a team as exports and imports see it: the one file of this room that knows mailboxes. Messages are in the order
/// of the log; their texts and attachments are read one at a time.
/// </summary>
internal sealed class MailStore(PostOffice office, IEventLog log, IBlobStore blobs)
{
    private const string BlobsFolder = "blobs";

    public AddressBook Addresses => office.Addresses;

    public IBlobStore Blobs => blobs;

    public MailImport Import { get; } = new(log, blobs);

    public static MailStore Open(TeamHome home, TimeProvider time) => new(
        PostOffice.Open(home, time), new FileEventLog(home.MailFolder, time), new FileBlobStore(Path.Combine(home.MailFolder, BlobsFolder)));

    public async Task<StoredMail> ReadAsync(CancellationToken cancellationToken) =>
        new(office, blobs, await office.FoldAsync(cancellationToken), office.Damage);
}
