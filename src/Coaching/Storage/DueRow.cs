using StrengthDays.Coaching.Plans;

namespace StrengthDays.Coaching.Storage;

/// <summary>
/// One piece of work in the due index. The row is the claim: whoever changes it under its ETag has it.
/// </summary>
public sealed record DueRow
{
    public required DueKey Key { get; init; }

    /// <summary>The mail, or the expiry of a sign-up; the transport's operation id follows from it.</summary>
    public required MailKey Mail { get; init; }

    /// <summary>The runner's date the work is for.</summary>
    public required DateOnly Date { get; init; }

    /// <summary>When it was to be done.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Later than this it is not sent any more.</summary>
    public required DateTimeOffset Deadline { get; init; }

    /// <summary>Null for the plan's scheduled mail: its kind follows from the date.</summary>
    public QueuedLetter? Letter { get; init; }

    public DueState State { get; init; }

    /// <summary>How often it was submitted without a clear answer.</summary>
    public int Attempt { get; init; }

    /// <summary>
    /// When it was submitted for the first time, as far as the transport may have it; otherwise null.
    /// </summary>
    public DateTimeOffset? FirstSent { get; init; }

    /// <summary>Who has it, while it is leased.</summary>
    public string? Owner { get; init; }

    /// <summary>Nobody else touches the row before: the end of a claim, of a hold, or of a wait.</summary>
    public DateTimeOffset? LeaseUntil { get; init; }

    /// <summary>SHA-256 over the mail as submitted.</summary>
    public string? PayloadHash { get; init; }

    /// <summary>Revision of the plan this row was written from.</summary>
    public int Revision { get; init; } = 1;

    /// <summary>ETag of the plan's header when this row was written: settling needs no read while it holds.</summary>
    public required string HeaderETag { get; init; }

    /// <summary>Copy of the plan's inputs, as stored; see <see cref="StoredJson"/>.</summary>
    public required string Inputs { get; init; }

    /// <summary>Why the last mail did not come.</summary>
    public string? Missed { get; init; }

    /// <summary>Null for a row that was never stored.</summary>
    public string? ETag { get; init; }

    /// <summary>
    /// Why the stored row cannot be used, when it cannot; then only <see cref="Key"/> and <see cref="ETag"/> are good.
    /// </summary>
    public string? Defect { get; init; }

    /// <summary>False for a copy under the key of another plan: no plan has asked for it.</summary>
    public bool IsOfItsPlan => Key.Plan == Mail.Plan.ToString();

    public bool IsGuard => Mail.Tail?.StartsWith("change|", StringComparison.Ordinal) == true;

    public bool IsErasure => Mail == MailKey.Erasure(Mail.Plan);

    public bool IsExpiry => Mail == MailKey.Expiry(Mail.Plan);
}

public enum DueState
{
    /// <summary>Waits for its time.</summary>
    Due,

    /// <summary>Being sent; after the lease, ask the transport before sending again.</summary>
    Submitting,

    /// <summary>
    /// Its plan is being changed, or was while it was sent in vain; after the lease, rebuild it from the plan.
    /// </summary>
    Hold,

    /// <summary>
    /// Waits for its time, but was written again after a crash: its mail may have been settled, so look first.
    /// </summary>
    Recovered,
}
